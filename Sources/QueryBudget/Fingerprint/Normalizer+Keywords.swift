/// Keywords that do more than stand there.
extension Normalizer {
  /// Writes the keyword before ``Pen/next``, and does what it stands for.
  mutating func keyword(_ number: UInt8) {
    let keyword = keywords[number]
    let trait = keyword.trait
    switch keyword.action {
    case .from where pen.last.has(.distinct):
      // `IS DISTINCT FROM` compares: no tables follow, but an operand.
      let frame = pen.frame
      pen.keyword(keyword, .afterOperator)
      pen.frame = frame
    case .ascending where pen.last.has(.endsOperand):
      // The default order goes. As a name it stands where an operand is wanted.
      break
    case .null where pen.last.has(.takesNull):
      value(to: pen.next)
    case .literal:
      let length = Int(keyword.length)
      if isName(pen.next) { pen.name(pen.next - length, length) } else { value(to: pen.next) }
    case .values:
      // Directly after `IN (` it only begins another way to write a list of values.
      let impure = listStart == pen.out ? pen.impure : nil
      pen.keyword(keyword, trait)
      if let impure { pen.impure = impure }
    case .clock:
      let impure = pen.impure
      pen.keyword(keyword, trait)
      pen.impure = impure
      clock = pen.out
    case .function where pen.last.has(.wantsOperand):
      pen.keyword(keyword, trait.without(.parenSpace))
    case .savepoint, .release, .rollback, .to:
      savepoint(keyword)
    default:
      definition(keyword.action)
      pen.keyword(keyword, trait)
    }
  }

  /// The words that lead to the name of a savepoint, which doesn't matter.
  private mutating func savepoint(_ keyword: Keyword) {
    switch keyword.action {
    case .savepoint where pen.last.has(.start | .takesSavepoint):
      pen.keyword(keyword, keyword.trait)
      savepointName()
    case .release where pen.last.has(.start), .to where pen.frame.isKind(.rollback):
      pen.keyword(keyword, keyword.trait | .takesSavepoint)
      savepointName()
    case .rollback where pen.last.has(.start):
      pen.frame.become(.rollback)
      fallthrough
    default:
      pen.keyword(keyword, keyword.trait)
    }
  }

  private mutating func savepointName() {
    let start = scan.token(after: pen.next)
    switch scan.classes[start.pointee] {
    case ByteClass.nameQuote, ByteClass.stringQuote:
      value(to: scan.behind(scan.closingQuote(start)))
    case ByteClass.bracket: value(to: scan.behind(scan.closingBracket(start)))
    case ByteClass.word, ByteClass.blobOrWord, ByteClass.markOrWord:
      let end = scan.identifier(start)
      let keyword = keywords[keywords.number(of: start, to: end)]
      // `RELEASE SAVEPOINT name`: the name comes later.
      if !pen.last.has(.takesSavepoint) || keyword.action != .savepoint { value(to: end) }
    default: break
    }
  }

  /// The words that lead to column definitions.
  private mutating func definition(_ action: Keyword.Action) {
    switch action {
    case .create: pen.frame.become(.create)
    case .table where pen.frame.isKind(.create): pen.frame.become(.createTable)
    case .virtual where pen.frame.isKind(.create): pen.frame.become(.plain)
    case .alter: pen.frame.become(.alter)
    case .add where pen.frame.isKind(.alter): pen.frame.become(.types)
    default: break
    }
  }
}
