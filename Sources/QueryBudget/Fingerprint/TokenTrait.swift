/// What the token written last means for the next one.
///
/// Together with ``StatementFrame`` this is all that the normalizer knows about the left context.
/// Both describe what was *written*, not what was read: whatever was dropped leaves no trace in
/// them. Reading a fingerprint again therefore goes through the same states and changes nothing.
///
/// A set of flags. No `OptionSet`, whose literals are arrays until the optimizer gets hold of them.
struct TokenTrait {
  let flags: UInt32

  // A blank comes before the next token, if that is …
  /// … none of the ones below.
  static let space = TokenTrait(flags: 1 << 0)
  /// … a name, a keyword or `*`.
  static let wordSpace = TokenTrait(flags: 1 << 1)
  /// … a dot.
  static let dotSpace = TokenTrait(flags: 1 << 2)
  /// … an opening parenthesis.
  static let parenSpace = TokenTrait(flags: 1 << 3)

  // An expression …
  /// … has to go on with an operand: here a minus is a sign.
  static let wantsOperand = TokenTrait(flags: 1 << 4)
  /// … and a NULL would be a value: not so after `IS` and `NOT`.
  static let takesNull = TokenTrait(flags: 1 << 5)
  /// … has got a sign, whose operand has not come yet.
  static let sign = TokenTrait(flags: 1 << 6)
  /// … may be complete: here `ASC` is a sort order.
  static let endsOperand = TokenTrait(flags: 1 << 7)

  // The next word or string …
  /// … is a name, even TRUE or a string: after `AS` and the like.
  static let namesString = TokenTrait(flags: 1 << 8)
  /// … is a name, even a keyword: after a dot.
  static let dot = TokenTrait(flags: 1 << 9)
  /// … may be the keyword SAVEPOINT before the name of one.
  static let takesSavepoint = TokenTrait(flags: 1 << 10)

  // What the token is, where a rule asks for it.
  static let start = TokenTrait(flags: 1 << 11)
  static let name = TokenTrait(flags: 1 << 12)
  static let comma = TokenTrait(flags: 1 << 13)
  static let `in` = TokenTrait(flags: 1 << 14)
  static let values = TokenTrait(flags: 1 << 15)
  static let cast = TokenTrait(flags: 1 << 16)
  static let distinct = TokenTrait(flags: 1 << 17)
  static let open = TokenTrait(flags: 1 << 18)
  static let by = TokenTrait(flags: 1 << 19)
  static let semicolon = TokenTrait(flags: 1 << 20)
  /// After these, a parenthesis may be more than a parenthesis.
  static var opensFrame: TokenTrait { .in | .values | .cast | .comma }

  static let any = TokenTrait(flags: .max)

  @inline(__always)
  static func | (one: TokenTrait, other: TokenTrait) -> TokenTrait {
    TokenTrait(flags: one.flags | other.flags)
  }

  @inline(__always)
  func without(_ others: TokenTrait) -> TokenTrait {
    TokenTrait(flags: flags & ~others.flags)
  }

  /// Whether any of `others` is here.
  @inline(__always)
  func has(_ others: TokenTrait) -> Bool {
    flags & others.flags != 0
  }
}

extension TokenTrait {
  /// Blanks as between two ordinary tokens.
  static var apart: TokenTrait { .space | .wordSpace | .parenSpace }
  static var wantsValue: TokenTrait { .wantsOperand | .takesNull }

  static var atStart: TokenTrait { .start | .wantsValue }
  static var afterSemicolon: TokenTrait { .apart | .start | .semicolon | .wantsValue }
  static var afterOpen: TokenTrait { .open | .wantsValue }
  static var afterClose: TokenTrait { .apart | .endsOperand }
  static var afterComma: TokenTrait { .apart | .wantsValue | .comma }
  /// A dot is glued to a name and to `*` only: before a digit it would become part of a number.
  static var afterDot: TokenTrait { .space | .parenSpace | .dot }
  static var afterOperator: TokenTrait { .apart | .wantsValue }
  static var afterSign: TokenTrait { .apart | .wantsValue | .sign }
  static var afterName: TokenTrait { .space | .wordSpace | .name | .endsOperand }
  static var afterValue: TokenTrait { .apart | .endsOperand }
  /// A number that stays: the dot behind it must not become part of it.
  static var afterNumber: TokenTrait { .apart | .dotSpace | .endsOperand }
  static var afterUnknown: TokenTrait { .apart }
}
