import QueryBudget
import QueryBudgetSQLite

extension FactoryRun {
  private var children: [FactoryChildren] { rules.flatMap(\.children) + call.children }

  /// The children that the engine makes together with the rows.
  var tableChildren: Children {
    Children(
      children.compactMap { children in
        if case .table(let table, let count) = children.kind { (table, count) } else { nil }
      })
  }

  /// Makes the children that factories make.
  func makeChildren(of rows: CreatedRows, in table: FixtureTable) throws {
    for children in children {
      guard case .factory(let source, let count, let column) = children.kind, count > 0
      else { continue }
      let key = try reference(to: table, from: source.name(), by: column)
      let columns = try rows.flatMap { row in
        let values = try key.parentColumns.map { try row.value(of: $0) }
        let columns = Dictionary(zip(key.columns, values), uniquingKeysWith: { $1 })
        return Array(repeating: columns, count: count)
      }
      _ = try source.make(fixtures, columns)
    }
  }

  private func reference(
    to table: FixtureTable,
    from child: FactoryName,
    by column: String?
  ) throws -> ForeignKey {
    let keys = try fixtures.table(child.table).references.map(\.key).filter { key in
      CaseFolding.areEqual(key.parentTable, table.displayName)
        && (column.map { column in
          key.columns.contains { CaseFolding.areEqual($0, column) }
        } ?? true)
    }
    if keys.count == 1 { return keys[0] }
    guard let first = keys.first else {
      let by = column.map { " by \($0)" } ?? ""
      throw factory.label.error(
        "Rows of factory \(child.name) can't be children of \(table.displayName), since "
          + "\(child.table) doesn't refer to it\(by): name a factory of a table that does.")
    }
    let columns = keys.map { $0.columns[0] }.joined(separator: " or ")
    throw factory.label.error(
      "\(child.table) refers to \(table.displayName) by \(columns): say which, as in "
        + "by: \"\(first.columns[0])\".")
  }
}
