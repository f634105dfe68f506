/// What the token written last means for the next one.
///
/// Together with ``Frame`` this is all that the normalizer knows about the left context. Both
/// describe what was *written*, not what was read: whatever was dropped leaves no trace in them.
/// Reading a fingerprint again therefore goes through the same states and changes nothing.
///
/// A set of flags. No `OptionSet`, whose literals are arrays until the optimizer gets hold of them.
struct Trait {
  let flags: UInt32

  // A blank comes before the next token, if that is …
  /// … none of the ones below.
  static let space = Trait(flags: 1 << 0)
  /// … a name, a keyword or `*`.
  static let wordSpace = Trait(flags: 1 << 1)
  /// … a dot.
  static let dotSpace = Trait(flags: 1 << 2)
  /// … an opening parenthesis.
  static let parenSpace = Trait(flags: 1 << 3)

  // An expression …
  /// … has to go on with an operand: here a minus is a sign.
  static let wantsOperand = Trait(flags: 1 << 4)
  /// … and a NULL would be a value: not so after `IS` and `NOT`.
  static let takesNull = Trait(flags: 1 << 5)
  /// … has got a sign, whose operand has not come yet.
  static let sign = Trait(flags: 1 << 6)
  /// … may be complete: here `ASC` is a sort order.
  static let endsOperand = Trait(flags: 1 << 7)

  // The next word or string …
  /// … is a name, even TRUE or a string: after `AS` and the like.
  static let namesString = Trait(flags: 1 << 8)
  /// … is a name, even a keyword: after a dot.
  static let dot = Trait(flags: 1 << 9)
  /// … may be the keyword SAVEPOINT before the name of one.
  static let takesSavepoint = Trait(flags: 1 << 10)

  // What the token is, where a rule asks for it.
  static let start = Trait(flags: 1 << 11)
  static let name = Trait(flags: 1 << 12)
  static let comma = Trait(flags: 1 << 13)
  static let `in` = Trait(flags: 1 << 14)
  static let values = Trait(flags: 1 << 15)
  static let cast = Trait(flags: 1 << 16)
  static let distinct = Trait(flags: 1 << 17)
  static let open = Trait(flags: 1 << 18)
  static let by = Trait(flags: 1 << 19)
  static let semicolon = Trait(flags: 1 << 20)
  /// After these, a parenthesis may be more than a parenthesis.
  static var opensFrame: Trait { .in | .values | .cast | .comma }

  static let any = Trait(flags: .max)

  @inline(__always)
  static func | (one: Trait, other: Trait) -> Trait {
    Trait(flags: one.flags | other.flags)
  }

  @inline(__always)
  func without(_ others: Trait) -> Trait {
    Trait(flags: flags & ~others.flags)
  }

  /// Whether any of `others` is here.
  @inline(__always)
  func has(_ others: Trait) -> Bool {
    flags & others.flags != 0
  }
}

extension Trait {
  /// Blanks as between two ordinary tokens.
  static var apart: Trait { .space | .wordSpace | .parenSpace }
  static var wantsValue: Trait { .wantsOperand | .takesNull }

  static var atStart: Trait { .start | .wantsValue }
  static var afterSemicolon: Trait { .apart | .start | .semicolon | .wantsValue }
  static var afterOpen: Trait { .open | .wantsValue }
  static var afterClose: Trait { .apart | .endsOperand }
  static var afterComma: Trait { .apart | .wantsValue | .comma }
  /// A dot is glued to a name and to `*` only: before a digit it would become part of a number.
  static var afterDot: Trait { .space | .parenSpace | .dot }
  static var afterOperator: Trait { .apart | .wantsValue }
  static var afterSign: Trait { .apart | .wantsValue | .sign }
  static var afterName: Trait { .space | .wordSpace | .name | .endsOperand }
  static var afterValue: Trait { .apart | .endsOperand }
  /// A number that stays: the dot behind it must not become part of it.
  static var afterNumber: Trait { .apart | .dotSpace | .endsOperand }
  static var afterUnknown: Trait { .apart }
}
