import QueryBudget

/// Another tenant, with a row for each one of a tenant's: the same values, its own keys.
package struct NeighbourCopies {
  /// The value that the other tenant's rows have in their column.
  package let tenant: SQLiteValue

  /// The rows to add, that of the other tenant itself first.
  package private(set) var rows: [TenantRow] = []

  private let owned: OwnedRows
  private let tables: TenantTables

  /// The columns of each table that get values of their own, so that its keys stay unique.
  package private(set) var renewed: [String: [String]] = [:]

  /// The new values by the old, of each column that gets its own.
  private var values: [TableColumn: [SQLiteValue: SQLiteValue]] = [:]

  /// Copies of all of a tenant's rows.
  package init(of owned: OwnedRows, in contents: DatabaseContents, _ place: NeighbourPlace) {
    self.owned = owned
    tables = owned.tables
    let sources = (owned.tenantRow.map { [$0] } ?? []) + owned.rows
    let tenants = tables.tenants
    let known = tables.columns.flatMap { table, column in
      Self.values(of: column, table, in: contents)
    }
    let ofTenants = tenants.map { Self.values(of: $0.column, $0.table, in: contents) } ?? []
    tenant =
      NeighbouringValues.map([owned.tenant], taken: known + ofTenants, place, isKey: true)[
        owned.tenant] ?? owned.tenant
    if let tenants { values[tenants] = [owned.tenant: tenant] }
    for table in (tenants.map { [$0.table] } ?? []) + tables.owned {
      renew(table, sources.filter { $0.table == table }, in: contents, place)
    }
    rows = (tenantRow.map { [$0] } ?? []) + owned.rows.map(copy)
  }

  /// The same rows as if they belonged to the other tenant, with their old keys but for that.
  package func handedOver() -> [(old: TenantRow, new: TenantRow)] {
    owned.rows.map { row in
      var new = row
      for (index, column) in row.columns.enumerated() {
        new.values[index] = handedOver(row.values[index], of: column, row.table)
      }
      return (row, new)
    }.filter { $0.old != $0.new }
  }

  /// The other tenant itself, where there is a table of them.
  package var tenantRow: TenantRow? {
    tables.addsTenant ? owned.tenantRow.map(copy) : nil
  }

  // MARK: Values

  private func copy(_ row: TenantRow) -> TenantRow {
    var copy = row
    for (index, column) in row.columns.enumerated() {
      copy.values[index] = value(row.values[index], of: column, row.table)
    }
    return copy
  }

  private func value(
    _ old: SQLiteValue, of column: String, _ table: String, depth: Int = 0
  ) -> SQLiteValue {
    if tables.columns[table] == column { return old == owned.tenant ? tenant : old }
    if let new = values[TableColumn(table: table, column: column)]?[old] { return new }
    guard depth < 8, let parent = parent(of: column, table) else { return old }
    return value(old, of: parent.column, parent.table, depth: depth + 1)
  }

  private func handedOver(
    _ old: SQLiteValue, of column: String, _ table: String, depth: Int = 0
  ) -> SQLiteValue {
    if tables.columns[table] == column { return tenant }
    guard depth < 8, let parent = parent(of: column, table), parent.table != table,
      tables.owns(parent.table)
    else { return old }
    return handedOver(old, of: parent.column, parent.table, depth: depth + 1)
  }

  /// The column of an owned table, or of that of the tenants, that a column refers to.
  private func parent(of column: String, _ table: String) -> TableColumn? {
    for key in tables.schema.foreignKeys(of: table) {
      guard tables.owns(key.parentTable) || key.parentTable == tables.tenants?.table,
        let place = key.columns.firstIndex(where: { CaseFolding.areEqual($0, column) })
      else { continue }
      let name = key.parentColumns[place]
      let parent = tables.schema.table(key.parentTable)?.column(name)?.name ?? name
      return TableColumn(table: key.parentTable, column: parent)
    }
    return nil
  }

  // MARK: Keys

  /// Gives new values to one column of each key that would be the same.
  private mutating func renew(
    _ table: String, _ rows: [TenantRow], in contents: DatabaseContents, _ place: NeighbourPlace
  ) {
    guard let schema = tables.schema.table(table), let first = rows.first else { return }
    let rowid = schema.primaryKey.isEmpty && first.columns.first == "rowid" ? [["rowid"]] : []
    for key in rowid + schema.uniqueKeys {
      if key.contains(where: { isChanged($0, table) }) { continue }
      // What refers to a shared row stays: that row is nobody's copy.
      let references = Set(tables.schema.foreignKeys(of: table).flatMap(\.columns))
      guard let name = key.last(where: { !references.contains($0) }) else { continue }
      let column = TableColumn(table: table, column: schema.column(name)?.name ?? name)
      renewed[table, default: []].append(column.column)
      if values[column] != nil { continue }
      values[column] = NeighbouringValues.map(
        rows.compactMap { $0[column.column] },
        taken: Self.values(of: column.column, table, in: contents), place,
        isKey: key == schema.primaryKey || rowid.contains(key))
    }
  }

  private func isChanged(_ column: String, _ table: String, depth: Int = 0) -> Bool {
    if let own = tables.columns[table], CaseFolding.areEqual(own, column) { return true }
    if renewed[table]?.contains(where: { CaseFolding.areEqual($0, column) }) == true {
      return true
    }
    guard depth < 8, let parent = parent(of: column, table) else { return false }
    return isChanged(parent.column, parent.table, depth: depth + 1)
  }

  private static func values(
    of column: String, _ table: String, in contents: DatabaseContents
  ) -> [SQLiteValue] {
    guard let table = contents.tables[table] else { return [] }
    let place = table.columns.firstIndex { CaseFolding.areEqual($0, column) }
    return place.map { place in table.rows.map { $0[place] } } ?? []
  }
}
