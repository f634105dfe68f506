import QueryBudget
import QueryBudgetSQLite

/// Operators that are words: IS, IN, BETWEEN, LIKE and their like.
extension ExpressionReading {
  /// Reads what is asked of the operand on the left.
  mutating func test(of left: Expression) -> Expression? {
    if skip(word: "ISNULL") { return .isNull(left) }
    if skip(word: "NOTNULL") { return .not(.isNull(left)) }
    if skip(word: "IS") { return identity(of: left) }
    guard skip(word: "NOT") else { return plainTest(of: left) }
    if skip(word: "NULL") { return .not(.isNull(left)) }
    return plainTest(of: left).map { .not($0) }
  }

  /// `IS [NOT] [DISTINCT FROM] value`.
  private mutating func identity(of left: Expression) -> Expression? {
    var isNegated = skip(word: "NOT")
    if next?.isWord("DISTINCT") == true, peek(1)?.isWord("FROM") == true {
      skip(2)
      isNegated.toggle()
    }
    guard let right = expression(above: Self.testPower) else { return nil }
    let test: Expression =
      right == .literal(.null) ? .isNull(left) : .binary("IS", left, right)
    return isNegated ? .not(test) : test
  }

  private mutating func plainTest(of left: Expression) -> Expression? {
    if skip(word: "BETWEEN") {
      guard let low = expression(above: Self.testPower), skip(word: "AND"),
        let high = expression(above: Self.testPower)
      else { return nil }
      return .between(left, low, high)
    }
    if skip(word: "IN") {
      guard let group = next, group.kind == .group, !group.isQuery else { return nil }
      skip()
      return list(group.children).map { .isIn(left, $0) }
    }
    guard let sign = next, sign.isWord(among: ["LIKE", "GLOB", "REGEXP", "MATCH"]) else {
      return nil
    }
    skip()
    guard let pattern = expression(above: Self.testPower) else { return nil }
    guard skip(word: "ESCAPE") else {
      return .like(CaseFolding.folded(sign.text), left, pattern, escape: nil)
    }
    guard let escape = expression(above: 6) else { return nil }
    return .like(CaseFolding.folded(sign.text), left, pattern, escape: escape)
  }

  /// Expressions between commas; nil where one of them can't be read.
  func list(_ nodes: [SQLNode]) -> [Expression]? {
    var expressions: [Expression] = []
    for part in nodes.parts() {
      var reading = ExpressionReading(nodes: part, column: column)
      guard let expression = reading.expression(above: 0), reading.isAtEnd else { return nil }
      expressions.append(expression)
    }
    return expressions
  }
}
