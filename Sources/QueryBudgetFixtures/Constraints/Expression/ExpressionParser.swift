import QueryBudget
import QueryBudgetSQLite

/// Reads expressions; names that are no columns of the table are texts where they stand in quotes.
struct ExpressionParser {
  /// The columns by their names in upper case.
  private let columns: [String: String]

  init(columns: [String]) {
    self.columns = Dictionary(
      columns.map { (CaseFolding.folded($0), $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// Reads an expression; what can't be read comes back opaque.
  func expression(_ nodes: [SQLNode]) -> Expression {
    var reading = ExpressionReading(nodes: nodes, column: column)
    if let expression = reading.expression(above: 0), reading.isAtEnd { return expression }
    return .opaque(nodes.sql, columns: names(in: nodes))
  }

  private func column(_ name: String) -> String? { columns[CaseFolding.folded(name)] }

  private func names(in nodes: [SQLNode]) -> [String] {
    nodes.reduce(into: []) { names, node in
      let found: [String]
      switch node.kind {
      case .group: found = self.names(in: node.children)
      case .word, .quotedName: found = column(node.text).map { [$0] } ?? []
      default: found = []
      }
      names += found.filter { !names.contains($0) }
    }
  }
}

/// One expression while it is read, from the left to the right.
///
/// How strongly operators bind is SQLite's: <https://www.sqlite.org/lang_expr.html#operators>
struct ExpressionReading {
  private let nodes: [SQLNode]
  let column: (String) -> String?
  private var index = 0

  init(nodes: [SQLNode], column: @escaping (String) -> String?) {
    self.nodes = nodes
    self.column = column
  }

  var isAtEnd: Bool { index == nodes.count }
  var next: SQLNode? { index < nodes.count ? nodes[index] : nil }
  func peek(_ distance: Int) -> SQLNode? {
    index + distance < nodes.count ? nodes[index + distance] : nil
  }

  mutating func skip(_ count: Int = 1) { index += count }

  mutating func skip(word: String) -> Bool {
    guard next?.isWord(word) == true else { return false }
    index += 1
    return true
  }

  /// Reads on for as long as operators bind more strongly than `power`; nil where it can't be read.
  mutating func expression(above power: Int) -> Expression? {
    guard var left = operand() else { return nil }
    while let node = next {
      if let (sign, strength) = Self.sign(node) {
        guard strength > power else { break }
        skip()
        guard let right = expression(above: strength) else { return nil }
        left = .binary(sign, left, right)
      } else if Self.testWords.contains(CaseFolding.folded(node.text)), node.kind == .word {
        guard Self.testPower > power else { break }
        guard let test = test(of: left) else { return nil }
        left = test
      } else if node.isWord("COLLATE"), let name = peek(1) {
        guard Self.collatePower > power else { break }
        skip(2)
        left = .collate(left, name.text)
      } else {
        break
      }
    }
    return left
  }

  static let notPower = 3
  static let testPower = 4
  static let collatePower = 11
  static let signPower = 12

  private static let testWords: Set = [
    "IS", "NOT", "ISNULL", "NOTNULL", "BETWEEN", "IN", "LIKE", "GLOB", "REGEXP", "MATCH",
  ]

  private static func sign(_ node: SQLNode) -> (String, Int)? {
    if node.isWord("OR") { return ("OR", 1) }
    if node.isWord("AND") { return ("AND", 2) }
    guard node.kind == .symbol else { return nil }
    switch node.text {
    case "=", "==": return ("=", testPower)
    case "<>", "!=": return ("<>", testPower)
    case "<", "<=", ">", ">=": return (node.text, 5)
    case "&", "|", "<<", ">>": return (node.text, 7)
    case "+", "-": return (node.text, 8)
    case "*", "/", "%": return (node.text, 9)
    case "||", "->", "->>": return (node.text, 10)
    default: return nil
    }
  }
}
