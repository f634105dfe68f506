import QueryBudget
import QueryBudgetSQLite

extension FixtureTable {
  /// What the conditions on a foreign key ask of its parent's columns.
  func checks(onParentOf key: ForeignKey, in parent: FixtureTable) -> [CheckConstraint] {
    let pairs = Array(zip(key.columns, key.parentColumns))
    let others = columns.map(\.name).filter { column in
      !key.columns.contains { CaseFolding.areEqual($0, column) }
    }
    let inherited = checks.filter { check in
      key.columns.contains(where: check.expression.mention)
        && !others.contains(where: check.expression.mention)
    }.map { check in
      CheckConstraint(
        name: check.name, expression: check.expression.map { $0.renaming(pairs) }, sql: check.sql)
    }
    return inherited + pairs.compactMap { typeCheck($0, of: $1, in: parent) }
  }

  /// A parent's column without a type keeps what it gets, and a child's column with one doesn't: both
  /// must hold the same.
  private func typeCheck(
    _ column: String,
    of target: String,
    in parent: FixtureTable
  ) -> CheckConstraint? {
    guard let target = parent.column(target), target.declaredType.isEmpty else { return nil }
    let type: String
    switch self.column(column)?.affinity {
    case .text: type = "text"
    case .integer, .numeric, .real: type = "integer"
    case .blob, nil: return nil
    }
    let sql = "typeof(\(SQLName.quoted(target.name))) = '\(type)'"
    return CheckConstraint(name: nil, expression: SQLNode.nodes(of: sql), sql: sql)
  }

  /// The same table with more conditions.
  func adding(_ more: [CheckConstraint]) -> FixtureTable {
    guard !more.isEmpty else { return self }
    var table = self
    table.checks += more
    return table
  }
}

extension SQLNode {
  fileprivate func renaming(_ pairs: [(String, String)]) -> SQLNode {
    var node = self
    node.children = children.map { $0.renaming(pairs) }
    let isName = kind == .word || kind == .quotedName
    guard isName, let pair = pairs.first(where: { CaseFolding.areEqual($0.0, text) }) else {
      return node
    }
    return SQLNode(quotedName: pair.1)
  }
}
