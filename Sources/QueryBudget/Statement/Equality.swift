/// Two things that must be equal for a row to count: a column and a value, or two columns.
struct Equality {
  /// One side.
  enum Operand {
    case column(ColumnName)
    case value(isParameter: Bool)
  }

  let left: Operand
  let right: Operand
}

/// A column as a statement names it.
struct ColumnName {
  /// The table or alias in front of it.
  let qualifier: String?
  let name: String
}

extension Equality {
  /// What must hold in every row that meets a condition; nothing that stands under OR or NOT.
  static func list(in condition: some Collection<SQLNode>) -> [Equality] {
    let nodes = Array(condition)
    if nodes.count == 1, nodes[0].kind == .group, !nodes[0].isQuery {
      return list(in: nodes[0].children)
    }
    if nodes.contains(where: { $0.isWord("OR") }) { return [] }
    let terms = conjunction(nodes)
    return terms.count > 1 ? terms.flatMap(list) : term(nodes)
  }

  /// The parts between AND, except those of BETWEEN and CASE.
  private static func conjunction(_ nodes: [SQLNode]) -> [[SQLNode]] {
    var isBetween = false
    var cases = 0
    return nodes.parts { node in
      if node.isWord("CASE") { cases += 1 }
      if node.isWord("END"), cases > 0 { cases -= 1 }
      if node.isWord("BETWEEN") { isBetween = true }
      guard node.isWord("AND"), cases == 0 else { return false }
      defer { isBetween = false }
      return !isBetween
    }
  }

  /// `a = ?`, `a IS ?`, `a IN (?, ?)`, `(a, b) = (?, ?)`.
  private static func term(_ nodes: [SQLNode]) -> [Equality] {
    let place = nodes.firstIndex { $0.isSymbol("=", "==") || $0.isWord(among: ["IS", "IN"]) }
    guard let place else { return [] }
    let (left, right) = (nodes[..<place], nodes[(place + 1)...])
    if nodes[place].isWord("IN") { return membership(left, right) }
    return pairs(row(left), row(right))
  }

  /// `a IN (?, ?)`, `(a, b) IN ((?, ?))`, `(a, b) IN (VALUES (?, ?))`; of all rows of values the
  /// first stands for all.
  private static func membership(
    _ left: ArraySlice<SQLNode>,
    _ right: ArraySlice<SQLNode>
  ) -> [Equality] {
    guard right.count == 1, let list = right.first, list.kind == .group else { return [] }
    let isValues = list.children.first?.isWord("VALUES") == true
    let rows = list.children.dropFirst(isValues ? 1 : 0).parts().map { row($0[...]) }
    let columns = row(left)
    guard rows.allSatisfy({ $0.count == columns.count && $0.allSatisfy(\.isValue) }) else {
      return []
    }
    let values = rows.first ?? columns.map { _ in .value(isParameter: true) }
    return pairs(columns, values)
  }

  private static func pairs(_ left: [Operand?], _ right: [Operand?]) -> [Equality] {
    guard left.count == right.count else { return [] }
    return zip(left, right).compactMap { left, right in
      left.flatMap { left in right.map { Equality(left: left, right: $0) } }
    }
  }

  /// What is compared: one thing, or those of `(a, b)`.
  private static func row(_ nodes: ArraySlice<SQLNode>) -> [Operand?] {
    if nodes.count == 1, let group = nodes.first, group.kind == .group, !group.isQuery {
      return group.children.parts().flatMap { row($0[...]) }
    }
    return [operand(nodes)]
  }

  private static func operand(_ nodes: ArraySlice<SQLNode>) -> Operand? {
    var nodes = Array(nodes)
    if nodes.count > 2, nodes[nodes.count - 2].isWord("COLLATE") { nodes.removeLast(2) }
    if nodes.count == 2, nodes[0].isSymbol("-", "+"), nodes[1].kind == .value {
      nodes.removeFirst()
    }
    let isCast = nodes.count == 2 && nodes[0].isWord("CAST")
    if isCast, let value = nodes[1].children.first, value.kind == .value { nodes = [value] }
    if nodes.count == 1 {
      let only = nodes[0]
      let isValue = [.value, .string].contains(only.kind) || only.isWord(among: ["TRUE", "FALSE"])
      if isValue { return .value(isParameter: only.isParameter) }
    }
    return ColumnName(nodes).map { .column($0) }
  }
}

extension ColumnName {
  /// `column`, `table.column`, `schema.table.column`.
  init?(_ nodes: [SQLNode]) {
    let isOdd = nodes.count % 2 == 1 && nodes.count <= 5
    let isPath = nodes.enumerated().allSatisfy { index, node in
      index % 2 == 1 ? node.kind == .dot : index == 0 ? node.isName : node.kind != .group
    }
    guard isOdd, isPath, let last = nodes.last, last.kind != .string else { return nil }
    name = last.text
    qualifier = nodes.count > 1 ? nodes[nodes.count - 3].text : nil
  }
}

extension Equality.Operand? {
  fileprivate var isValue: Bool {
    if case .value? = self { true } else { false }
  }
}
