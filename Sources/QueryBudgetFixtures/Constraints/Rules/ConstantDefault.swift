import QueryBudget
import QueryBudgetSQLite

/// Defaults whose value is the same in every run.
///
/// <https://www.sqlite.org/lang_createtable.html#the_default_clause>
enum ConstantDefault {
  /// The value of a default; nil where there is none, where it is NULL, and where it is worked out
  /// anew for each row.
  static func value(of column: FixtureColumn) -> SQLiteValue? {
    guard let sql = column.defaultSQL else { return nil }
    var nodes = SQLNode.nodes(of: sql)
    while nodes.count == 1, nodes[0].kind == .group { nodes = nodes[0].children }
    var isNegative = false
    if nodes.count == 2, nodes[0].isSymbol("-", "+") {
      isNegative = nodes[0].isSymbol("-")
      nodes.removeFirst()
    }
    guard nodes.count == 1, let value = value(nodes[0]), value != .null else { return nil }
    return isNegative ? negated(value) : value
  }

  private static func value(_ node: SQLNode) -> SQLiteValue? {
    switch node.kind {
    case .value: return SQLiteValue(written: node.text)
    case .string, .quotedName: return .text(node.text)
    case .word:
      if node.isWord("TRUE") { return .integer(1) }
      if node.isWord("FALSE") { return .integer(0) }
      let isNoText = node.isWord(
        among: ["NULL", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP"])
      // Any other name is a text.
      return isNoText ? nil : .text(node.text)
    default: return nil
    }
  }

  private static func negated(_ value: SQLiteValue) -> SQLiteValue? {
    switch value {
    case .integer(let integer): integer == .min ? nil : .integer(-integer)
    case .real(let real): .real(-real)
    default: nil
    }
  }
}
