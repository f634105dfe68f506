import QueryBudget

/// What a CREATE INDEX says and no pragma tells.
///
/// <https://www.sqlite.org/lang_createindex.html>
struct IndexDefinition {
  /// What is indexed, without collations and sort orders.
  let terms: [[SQLNode]]

  /// The rows that it holds for; nil for all.
  let condition: [SQLNode]?

  /// Takes a statement apart; of one that is no CREATE INDEX nothing is known.
  init(_ sql: String) {
    let nodes = SQLNode.nodes(of: sql)
    guard let list = nodes.firstIndex(where: { $0.kind == .group }) else {
      terms = []
      condition = nil
      return
    }
    terms = nodes[list].children.parts().map(Self.withoutOrder)
    let rest = nodes[(list + 1)...]
    condition = rest.firstIndex { $0.isWord("WHERE") }.map { place in
      rest[(place + 1)...].filter { $0.kind != .semicolon }
    }
  }

  private static func withoutOrder(_ term: [SQLNode]) -> [SQLNode] {
    var term = term
    if term.count > 1, term[term.count - 1].isWord(among: ["ASC", "DESC"]) { term.removeLast() }
    if term.count > 2, term[term.count - 2].isWord("COLLATE") { term.removeLast(2) }
    return term
  }
}
