package import QueryBudget

/// Which tables hold rows of one tenant or another, and by what that is told.
package struct TenantTables: Sendable {
  package let schema: DatabaseSchema

  /// The column that tells a row's tenant, as it was given.
  package let column: String

  /// The table of the tenants, and its key; nil where there is none.
  package let tenants: TableColumn?

  /// Whether another tenant gets a row there.
  package let addsTenant: Bool

  /// The column of each table that has one, by the table's name in the schema.
  package private(set) var columns: [String: String] = [:]

  /// The foreign keys by which a table without such a column hangs on others that are owned.
  package private(set) var links: [String: [ForeignKey]] = [:]

  /// Throws a ``HarnessError`` that lists what there is where a name stands for nothing.
  package init(
    _ schema: DatabaseSchema,
    column: String,
    sharing: [String] = []
  ) throws(HarnessError) {
    self.schema = schema
    self.column = column
    let tables = schema.tables.filter { !$0.isView && !$0.name.contains(".") }
    for name in sharing where schema.table(name) == nil {
      throw HarnessError(
        "sharing: there is no table \(name). There are \(Self.listed(tables.map(\.name))).")
    }
    let shared = Set(sharing.compactMap { schema.table($0)?.name })
    tenants = Self.tenants(column, tables, schema)
    addsTenant = tenants.map { !shared.contains($0.table) } ?? false
    for table in tables where !shared.contains(table.name) && table.name != tenants?.table {
      columns[table.name] = table.column(column)?.name ?? Self.reference(table, tenants, schema)
    }
    guard !columns.isEmpty else {
      let there = tables.map { "\($0.name) (\($0.columns.map(\.name).joined(separator: ", ")))" }
      throw HarnessError(
        "No table but the shared ones has a column \(column), which tells the tenant of a row. "
          + "There are \(Self.listed(there)).")
    }
    link(tables.map(\.name).filter { !shared.contains($0) && $0 != tenants?.table })
  }

  /// Whether a table holds rows that belong to a tenant.
  package func owns(_ table: String) -> Bool { columns[table] != nil || links[table] != nil }

  /// The tables that hold such rows, parents before their children as far as that goes.
  package var owned: [String] {
    let names = (Array(columns.keys) + links.keys).sorted()
    return names.sorted { depth($0) < depth($1) }
  }

  /// The owned tables that a statement names, those that stand behind a view among them.
  package func touched(by shape: StatementShape) -> [String] {
    shape.tables.flatMap { behind($0) }.filter(owns)
  }

  private func behind(_ name: String) -> [String] {
    guard let table = schema.table(name) else { return [] }
    // What a view reads is not known here: it may be any of them.
    return table.isView ? owned : [table.name]
  }

  private func depth(_ table: String, seen: Set<String> = []) -> Int {
    let parents = schema.foreignKeys(of: table).map(\.parentTable)
      .filter { owns($0) && !seen.contains($0) && $0 != table }
    return parents.map { depth($0, seen: seen.union([table])) + 1 }.max() ?? 0
  }

  /// Adds what hangs on an owned table by a foreign key, and what hangs on that.
  private mutating func link(_ names: [String]) {
    var count = -1
    while count < links.count {
      count = links.count
      for name in names where columns[name] == nil && links[name] == nil {
        let keys = schema.foreignKeys(of: name).filter {
          owns($0.parentTable) && $0.parentTable != name
        }
        if !keys.isEmpty { links[name] = keys }
      }
    }
    // One that was added later may be a parent too, and so may the table itself.
    for name in links.keys {
      links[name] = schema.foreignKeys(of: name).filter { owns($0.parentTable) }
    }
  }

  // MARK: The table of the tenants

  /// What the column refers to; else a table whose key it is; else one whose name it has.
  private static func tenants(
    _ column: String, _ tables: [TableSchema], _ schema: DatabaseSchema
  ) -> TableColumn? {
    let key = schema.foreignKeys.first {
      $0.columns.count == 1 && CaseFolding.areEqual($0.columns[0], column)
    }
    if let key { return TableColumn(table: key.parentTable, column: key.parentColumns[0]) }
    let single = tables.filter { $0.primaryKey.count == 1 }
    let named = single.first { CaseFolding.areEqual($0.primaryKey[0], column) }
    let alike = single.first { table in
      let name = CaseFolding.folded(table.name)
      return ["ID", "_ID"].contains { suffix in
        let stem = CaseFolding.folded(column)
        return stem == name + suffix || stem + "S" == name + suffix
          || stem == String(name.dropLast()) + suffix && name.hasSuffix("S")
      }
    }
    return (named ?? alike).map { TableColumn(table: $0.name, column: $0.primaryKey[0]) }
  }

  /// The column by which a table refers to the tenants, by whatever name.
  private static func reference(
    _ table: TableSchema, _ tenants: TableColumn?, _ schema: DatabaseSchema
  ) -> String? {
    guard let tenants else { return nil }
    return schema.foreignKeys(of: table.name).first {
      $0.columns.count == 1 && $0.parentTable == tenants.table
        && $0.parentColumns == [tenants.column]
    }?.columns[0]
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
