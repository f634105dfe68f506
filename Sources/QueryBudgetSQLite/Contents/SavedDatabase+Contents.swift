import CSQLite

extension SavedDatabases {
  /// Every row of every table now.
  package func contents() throws -> DatabaseContents {
    DatabaseContents(
      tables: try saved.enumerated().reduce(into: [:]) { tables, database in
        for table in try database.element.contents() {
          // Two databases of one recorder may have tables of one name.
          let isTaken = tables[table.name] != nil
          let name = isTaken ? "\(table.name) (database \(database.offset + 1))" : table.name
          tables[name] = table.named(name)
        }
      })
  }
}

extension SavedDatabase {
  func contents() throws -> [TableContents] {
    try reach.withHandle { handle in
      try Self.tables(of: reach.schema, on: handle).map { try contents(of: $0, on: handle) }
    }
  }

  private func contents(of table: String, on handle: OpaquePointer) throws -> TableContents {
    let source = "\(SQLName.quoted(reach.schema)).\(SQLName.quoted(table))"
    let info = try columns(of: table, on: handle)
    let key = info.key
    let rowid = SQLName.rowid(besides: info.names)
    let (shown, order) =
      key.isEmpty
      ? ("\(rowid) AS rowid, *", rowid) : ("*", key.map(SQLName.quoted).joined(separator: ", "))
    let statement = try PreparedStatement(
      "SELECT \(shown) FROM \(source) ORDER BY \(order)", on: handle)
    let columns = statement.columns
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.values) }
    return TableContents(
      name: reach.prefix + table, columns: columns,
      key: key.isEmpty ? [0] : key.compactMap { columns.firstIndex(of: $0) }, rows: rows)
  }

  /// <https://www.sqlite.org/pragma.html#pragma_table_info>
  private func columns(
    of table: String, on handle: OpaquePointer
  ) throws -> (names: [String], key: [String]) {
    let rows = try PreparedStatement.rows(
      of: "PRAGMA \(SQLName.quoted(reach.schema)).table_info(\(SQLName.quoted(table)))", on: handle)
    let key = rows.filter { $0.int(5) > 0 }.sorted { $0.int(5) < $1.int(5) }.map { $0.text(1) }
    return (rows.map { $0.text(1) }, key)
  }
}
