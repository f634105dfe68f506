import QueryBudget

extension FixtureTable {
  /// What the conditions on a foreign key of one column ask of its parent's column.
  func checks(onParentOf key: ForeignKey) -> [CheckConstraint] {
    guard key.columns.count == 1, let column = key.columns.first,
      let target = key.parentColumns.first
    else { return [] }
    let others = columns.map(\.name).filter { !CaseFolding.areEqual($0, column) }
    return checks.filter { check in
      check.expression.mention(column) && !others.contains(where: check.expression.mention)
    }.map { check in
      CheckConstraint(
        name: check.name, expression: check.expression.map { $0.renaming(column, to: target) },
        sql: check.sql)
    }
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
  fileprivate func renaming(_ name: String, to other: String) -> SQLNode {
    var node = self
    node.children = children.map { $0.renaming(name, to: other) }
    let isName = kind == .word || kind == .quotedName
    guard isName, CaseFolding.areEqual(text, name) else { return node }
    return SQLNode(quotedName: other)
  }
}
