import QueryBudget
import QueryBudgetSQLite

extension Sequence<SQLNode> {
  /// The nodes as SQL on one line, without comments.
  var sql: String {
    var text = ""
    var last: SQLNode?
    var isBehindSign = false
    for node in self {
      if let last, !isBehindSign, SQLNode.isBlank(between: last, and: node) { text += " " }
      text += node.sql
      isBehindSign = node.isSymbol("-", "+", "~") && (last.map(\.wantsOperand) ?? true)
      last = node
    }
    return text
  }
}

extension SQLNode {
  fileprivate var sql: String {
    switch kind {
    case .group: "(\(children.sql))"
    case .quotedName: SQLName.quoted(text)
    case .string: "'" + text.replacing("'", with: "''") + "'"
    default: text
    }
  }

  /// Whether a minus behind it is a sign.
  fileprivate var wantsOperand: Bool {
    switch kind {
    case .symbol, .comma: true
    case .word: isReserved && !isWord("NULL")
    default: false
    }
  }

  fileprivate static func isBlank(between one: SQLNode, and other: SQLNode) -> Bool {
    if one.kind == .dot || other.kind == .dot || other.kind == .comma { return false }
    guard other.kind == .group else { return true }
    // A function and its arguments, or `IN (…)`.
    let isFunction = one.kind == .quotedName || one.kind == .word && !one.isReserved
    return !isFunction
  }
}

extension Sequence<SQLNode> {
  /// Whether a column is named, whatever its case.
  func mention(_ column: String) -> Bool {
    contains { node in
      switch node.kind {
      case .group: node.children.mention(column)
      case .word, .quotedName: CaseFolding.areEqual(node.text, column)
      default: false
      }
    }
  }
}
