import QueryBudgetSQLite

/// How many rows each table has.
struct TableSizes {
  /// The tables by name, with their rows.
  let tables: [(name: String, rows: Int)]

  /// Counts them all: neither SQLite's own nor those in which a virtual table keeps its data.
  init(of database: RecordingDatabase) throws {
    let found = try database.query(
      """
      SELECT name, type = 'virtual' AS isVirtual FROM pragma_table_list
      WHERE schema = 'main' AND type IN ('table', 'virtual')
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """
    )
    tables = try found.compactMap { table in
      let name: String = try table.value("name")
      let isVirtual: Bool = try table.value("isVirtual")
      do {
        let rows = try database.query("SELECT count(*) AS rows FROM main.\(SQLName.quoted(name))")
        return (name, try rows[0].value("rows"))
      } catch {
        // A virtual table's module may be one that only the application has.
        guard isVirtual else { throw error }
        return nil
      }
    }
  }

  /// The rows of a table; 0 where there is none such.
  func rows(of table: String) -> Int { tables.first { $0.name == table }?.rows ?? 0 }
}
