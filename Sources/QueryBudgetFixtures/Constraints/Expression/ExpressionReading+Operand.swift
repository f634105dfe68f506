import QueryBudget
import QueryBudgetSQLite

/// What stands between operators.
extension ExpressionReading {
  mutating func operand() -> Expression? {
    guard let node = next else { return nil }
    switch node.kind {
    case .symbol where node.isSymbol("-", "+", "~"):
      skip()
      return expression(above: Self.signPower).map { .unary(node.text, $0) }
    case .value:
      skip()
      return SQLiteValue(written: node.text).map { .literal($0) }
    case .string:
      skip()
      return .literal(.text(node.text))
    case .group: return group(node)
    case .word, .quotedName: return word(node)
    default: return nil
    }
  }

  private mutating func group(_ node: SQLNode) -> Expression? {
    guard !node.isQuery, let list = list(node.children), !list.isEmpty else { return nil }
    skip()
    return list.count == 1 ? list[0] : .row(list)
  }

  private mutating func word(_ node: SQLNode) -> Expression? {
    if node.kind == .word {
      if skip(word: "NOT") { return expression(above: Self.notPower).map { .not($0) } }
      if skip(word: "NULL") { return .literal(.null) }
      if skip(word: "CASE") { return cases() }
      if skip(word: "CAST") { return cast() }
    }
    if let arguments = peek(1), arguments.kind == .group { return call(node, arguments) }
    return name(node)
  }

  /// A column, with or without its table, or a text in double quotes.
  private mutating func name(_ node: SQLNode) -> Expression? {
    if peek(1)?.kind == .dot, let behind = peek(2) {
      skip(3)
      return column(behind.text).map { .column($0) }
    }
    if node.isReserved { return nil }
    skip()
    if let column = column(node.text) { return .column(column) }
    if node.isWord("TRUE") { return .literal(.integer(1)) }
    if node.isWord("FALSE") { return .literal(.integer(0)) }
    return node.kind == .quotedName ? .literal(.text(node.text)) : nil
  }

  private mutating func call(_ node: SQLNode, _ arguments: SQLNode) -> Expression? {
    guard let list = list(arguments.children) else { return nil }
    skip(2)
    let name = CaseFolding.folded(node.text)
    if ["IIF", "IF"].contains(name), list.count >= 2 {
      let value = Expression.Case(condition: list[0], value: list[1])
      return .choice(base: nil, [value], otherwise: list.count > 2 ? list[2] : nil)
    }
    return .call(name, list)
  }

  /// `CASE [base] WHEN … THEN … [ELSE …] END`.
  private mutating func cases() -> Expression? {
    var base: Expression?
    if next?.isWord("WHEN") == false {
      base = expression(above: 0)
      if base == nil { return nil }
    }
    var cases: [Expression.Case] = []
    while skip(word: "WHEN") {
      guard let condition = expression(above: 0), skip(word: "THEN"),
        let value = expression(above: 0)
      else { return nil }
      cases.append(Expression.Case(condition: condition, value: value))
    }
    var otherwise: Expression?
    if skip(word: "ELSE") {
      otherwise = expression(above: 0)
      if otherwise == nil { return nil }
    }
    return skip(word: "END") && !cases.isEmpty
      ? .choice(base: base, cases, otherwise: otherwise) : nil
  }

  /// `(value AS type)`.
  private mutating func cast() -> Expression? {
    guard let group = next, group.kind == .group,
      let place = group.children.lastIndex(where: { $0.isWord("AS") }),
      let list = list(Array(group.children[..<place])), list.count == 1
    else { return nil }
    skip()
    return .cast(list[0], group.children[(place + 1)...].sql)
  }
}

extension SQLiteValue {
  /// Reads a number or a blob as it is written; nil for a parameter.
  init?(written text: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("x'") {
      let digits = Array(lower.dropFirst(2).dropLast().utf8)
      self = .blob(
        stride(from: 0, to: digits.count - 1, by: 2).compactMap {
          UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        })
    } else if lower.hasPrefix("0x") {
      guard let bits = UInt64(lower.dropFirst(2), radix: 16) else { return nil }
      self = .integer(Int64(bitPattern: bits))
    } else {
      let digits = text.replacing("_", with: "")
      if let integer = Int64(digits) {
        self = .integer(integer)
      } else if let real = Double(digits) {
        self = .real(real)
      } else {
        return nil
      }
    }
  }
}
