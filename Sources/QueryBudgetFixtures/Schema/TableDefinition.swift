import QueryBudget

/// What a CREATE TABLE says and no pragma tells.
///
/// <https://www.sqlite.org/lang_createtable.html>
struct TableDefinition {
  /// A foreign key, as it is written.
  struct WrittenReference: Hashable {
    let columns: [String]
    var isDeferred = false
  }

  /// The conditions, those of columns and of the table in the order in which they are written.
  private(set) var checks: [CheckConstraint] = []

  /// The foreign keys, in the order in which they are written.
  private(set) var references: [WrittenReference] = []

  /// What the generated columns are made of.
  private(set) var generated: [(column: String, expression: [SQLNode])] = []
  private(set) var isAutoincrement = false

  /// Takes a statement apart; of one that is no CREATE TABLE nothing is known.
  init(_ sql: String) {
    let nodes = SQLNode.nodes(of: sql)
    guard nodes.first?.isWord("CREATE") == true, !nodes.prefix(3).contains(where: \.isVirtual),
      let body = nodes.first(where: { $0.kind == .group })
    else { return }
    for part in body.children.parts() { read(part) }
  }

  /// Reads what stands between two commas: a column with its constraints, or constraints of the
  /// table, of which several may follow each other without a comma.
  private mutating func read(_ part: [SQLNode]) {
    let startsConstraint = part.first?.isWord(among: Self.constraintWords) == true
    let column = startsConstraint ? nil : part.first?.text
    // SQLite keeps a name up to the next comma, whatever stands between it and the CHECK.
    var name: String?
    var index = column == nil ? 0 : 1
    while index < part.count {
      let node = part[index]
      let next = index + 1 < part.count ? part[index + 1] : nil
      index += 1
      if node.isWord("CONSTRAINT"), let next {
        name = next.text
        index += 1
      } else if next?.kind == .group, let next {
        if node.isWord("CHECK") {
          checks.append(
            CheckConstraint(name: name, expression: next.children, sql: next.children.sql))
        } else if node.isWord("AS"), let column {
          generated.append((column, next.children))
        }
      }
      readKey(node, next, at: index - 1, in: part, column: column)
    }
  }

  private mutating func readKey(
    _ node: SQLNode,
    _ next: SQLNode?,
    at index: Int,
    in part: [SQLNode],
    column: String?
  ) {
    if node.isWord("AUTOINCREMENT") {
      isAutoincrement = true
    } else if node.isWord("KEY"), let next, next.kind == .group, column == nil {
      readTableKey(next.children, isForeign: index > 0 && part[index - 1].isWord("FOREIGN"))
    } else if node.isWord("REFERENCES"), let column {
      references.append(WrittenReference(columns: [column]))
    } else if node.isWord("DEFERRABLE"), !references.isEmpty {
      let isRefused = index > 0 && part[index - 1].isWord("NOT")
      let isDeferred =
        next?.isWord("INITIALLY") == true && index + 2 < part.count
        && part[index + 2].isWord("DEFERRED")
      references[references.count - 1].isDeferred = isDeferred && !isRefused
    }
  }

  /// `PRIMARY KEY (id AUTOINCREMENT)` or `FOREIGN KEY (tenantId, authorId)`.
  private mutating func readTableKey(_ children: [SQLNode], isForeign: Bool) {
    if isForeign {
      references.append(WrittenReference(columns: children.parts().compactMap { $0.first?.text }))
    } else if children.contains(where: { $0.isWord("AUTOINCREMENT") }) {
      isAutoincrement = true
    }
  }

  private static let constraintWords: Set = [
    "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN",
  ]
}

extension SQLNode {
  fileprivate var isVirtual: Bool { isWord("VIRTUAL") }
}
