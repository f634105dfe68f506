public import QueryBudgetSQLite

extension Fixtures {
  /// Makes one row.
  @discardableResult
  public func create(
    _ table: String,
    _ values: [String: any SQLiteBindable] = [:]
  ) throws -> CreatedRow {
    try create(table, count: 1, values)[0]
  }

  /// Makes rows; `eachRow` gives values by the number of the row, from 1 on.
  @discardableResult
  public func create(
    _ table: String,
    count: Int,
    _ values: [String: any SQLiteBindable] = [:],
    eachRow: (Int) throws -> [String: any SQLiteBindable] = { _ in [:] }
  ) throws -> CreatedRows {
    let rows = try (0..<max(count, 0)).map { index in
      values.merging(try eachRow(index + 1)) { $1 }.sorted { $0.key < $1.key }
    }
    let ids = try connection.transaction { handle in
      try rows.map { row in
        let columns = row.map { SQLName.quoted($0.key) }.joined(separator: ", ")
        let places = row.map { _ in "?" }.joined(separator: ", ")
        let sql =
          row.isEmpty
          ? "INSERT INTO \(SQLName.quotedTable(table)) DEFAULT VALUES RETURNING rowid"
          : "INSERT INTO \(SQLName.quotedTable(table))(\(columns)) VALUES (\(places)) RETURNING rowid"
        let statement = try PreparedStatement(sql, on: handle)
        try statement.bind(row.map(\.value))
        _ = try statement.step()
        let id = Int64(statement.values[0]) ?? 0
        while try statement.step() {}
        return id
      }
    }
    return CreatedRows(
      table: table, keys: RowKeys(columns: ["rowid"], rowids: ids, values: []),
      connection: connection)
  }
}
