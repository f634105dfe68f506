public import QueryBudgetSQLite

/// Rows that were made, in the order in which they were asked for.
///
/// ```swift
/// let authors = try fixtures.create("author", count: 3)
/// try fixtures.create("article", count: 3) { ["authorId": authors[$0 - 1]] }
/// ```
public struct CreatedRows: RandomAccessCollection, Sendable {
  /// The table that they are in.
  public let table: String
  let quotedTable: String
  let keys: RowKeys
  let connection: FixtureConnection

  /// The rowid of each row; none where the table has no rowids.
  public var ids: [Int64] { keys.rowids }

  /// 0.
  public var startIndex: Int { 0 }

  /// How many there are.
  public var endIndex: Int { keys.count }

  /// One of them, from 0 on.
  public subscript(position: Int) -> CreatedRow {
    CreatedRow(
      table: table, key: keys[position], quotedTable: quotedTable, connection: connection)
  }
}

/// A row that was made; as a value it is its key.
public struct CreatedRow: Sendable, SQLiteBindable {
  /// The table that it is in.
  public let table: String

  /// The columns of its primary key with their values, or its rowid where it has none.
  public let key: [(column: String, value: SQLiteValue)]
  let quotedTable: String
  let connection: FixtureConnection

  /// The value of its key; NULL where that has several columns.
  public var id: SQLiteValue { key.count == 1 ? key[0].value : .null }

  /// The value of its key, for columns that refer to it.
  public var sqliteValue: SQLiteValue { id }

  /// Its value in a column, as the database has it now.
  ///
  /// Throws a ``FixtureError`` for a column that there isn't.
  public subscript(column: String) -> SQLiteValue {
    get throws {
      let row = try read()
      if let value = row[column] { return value }
      throw FixtureError(
        "There is no column \(column) in \(table)"
          + NearestName.hint(for: column, among: row.columns), table: table, column: column)
    }
  }

  /// Its value in a column as a type.
  ///
  /// ```swift
  /// let id: Int64 = try fixtures.create("author").value("id")
  /// ```
  ///
  /// Throws a ``FixtureError`` for a column that there isn't, and one that names the column where it
  /// holds another type.
  public func value<Value: SQLiteConvertible>(
    _ column: String,
    as type: Value.Type = Value.self
  ) throws -> Value {
    let stored = try key.first { $0.column == column }?.value ?? self[column]
    if let value = Value(stored) { return value }
    throw FixtureError(
      "\(table).\(column) holds \(stored), no \(Value.self): ask for the type that it has.",
      table: table, column: column)
  }

  /// All of its columns, as the database has them now.
  ///
  /// Throws a ``FixtureError`` when the row is gone.
  public func read() throws -> Row {
    try Self.read([self])[0]
  }

  /// All columns of rows of one table, as the database has them now.
  ///
  /// Throws a ``FixtureError`` when one of them is gone.
  static func read(_ rows: [CreatedRow]) throws -> [Row] {
    guard let first = rows.first else { return [] }
    let condition = first.key.map { "\(SQLName.quoted($0.column)) IS ?" }
      .joined(separator: " AND ")
    return try first.connection.withHandle { handle in
      let statement = try PreparedStatement(
        "SELECT * FROM \(first.quotedTable) WHERE \(condition)", on: handle)
      let columns = statement.columns
      return try rows.map { row in
        statement.reset()
        try statement.bind(row.key.map(\.value))
        if try statement.step() { return Row(columns: columns, values: statement.values) }
        throw FixtureError(
          "The row of \(first.table) is no longer there: read it before it is deleted.",
          table: first.table)
      }
    }
  }
}

/// The keys of rows.
struct RowKeys: Sendable {
  /// The columns of the key.
  let columns: [String]
  let rowids: [Int64]

  /// The values of each row's key, where that isn't its rowid.
  let values: [[SQLiteValue]]

  var count: Int { values.isEmpty ? rowids.count : values.count }

  subscript(position: Int) -> [(column: String, value: SQLiteValue)] {
    let row = values.isEmpty ? [.integer(rowids[position])] : values[position]
    return zip(columns, row).map { ($0, $1) }
  }
}
