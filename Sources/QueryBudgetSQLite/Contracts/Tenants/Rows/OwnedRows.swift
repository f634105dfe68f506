import QueryBudget

/// The rows of one tenant.
package struct OwnedRows: Sendable {
  package let tables: TenantTables

  /// The value that the tenant's rows have in their column.
  package let tenant: SQLiteValue

  /// The rows, parents before their children.
  package let rows: [TenantRow]

  /// The row of the tenant itself, where there is a table of them.
  package let tenantRow: TenantRow?

  /// Finds the rows of the tenant that the first of the values which any row has stands for.
  package init(of tenant: [SQLiteValue], in contents: DatabaseContents, tables: TenantTables) {
    self.tables = tables
    let tenantRows = tables.tenants.map { Self.all(of: $0.table, in: contents) } ?? []
    let key = tables.tenants?.column ?? ""
    self.tenant =
      tenant.first { value in
        tenantRows.contains { $0[key] == value }
          || tables.columns.contains { table, column in
            Self.all(of: table, in: contents).contains { $0[column] == value }
          }
      } ?? tenant.first ?? .null
    let value = self.tenant
    tenantRow = tenantRows.first { $0[key] == value }
    var found: [String: [TenantRow]] = [:]
    for (table, column) in tables.columns {
      found[table] = Self.all(of: table, in: contents).filter { $0[column] == value }
    }
    Self.addLinked(to: &found, in: contents, tables: tables)
    rows = tables.owned.flatMap { found[$0] ?? [] }
  }

  /// Whether a table holds any.
  package func has(_ table: String) -> Bool { rows.contains { $0.table == table } }

  private static func all(of table: String, in contents: DatabaseContents) -> [TenantRow] {
    contents.tables[table].map { table in table.rows.map { TenantRow($0, of: table) } } ?? []
  }

  /// Adds what hangs on the rows found, until there is no more.
  private static func addLinked(
    to found: inout [String: [TenantRow]],
    in contents: DatabaseContents,
    tables: TenantTables
  ) {
    var rest = tables.links.keys.reduce(into: [:]) { $0[$1] = all(of: $1, in: contents) }
    var isDone = false
    while !isDone {
      isDone = true
      for (table, keys) in tables.links {
        let parents = keys.map { key in
          Set((found[key.parentTable] ?? []).compactMap { $0.filled(key.parentColumns) })
        }
        let (mine, others) = (rest[table] ?? []).split { row in
          zip(keys, parents).contains { key, parents in
            row.filled(key.columns).map(parents.contains) ?? false
          }
        }
        rest[table] = others
        found[table, default: []] += mine
        if !mine.isEmpty { isDone = false }
      }
    }
    for table in tables.links.keys { found[table]?.sort { $0.keyText < $1.keyText } }
  }
}

extension [TenantRow] {
  /// Those for which it is true, and the others.
  fileprivate func split(_ isIncluded: (TenantRow) -> Bool) -> ([TenantRow], [TenantRow]) {
    (filter(isIncluded), filter { !isIncluded($0) })
  }
}
