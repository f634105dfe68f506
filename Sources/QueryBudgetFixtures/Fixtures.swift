public import QueryBudgetSQLite

/// Rows to measure with, inserted in one transaction.
///
/// ```swift
/// let fixtures = Fixtures(database)
/// try fixtures.create("article", count: 100) { ["title": "Article \($0)", "authorId": $0] }
/// ```
///
/// What it runs belongs to no recording.
public struct Fixtures: Sendable {
  private let database: RecordingDatabase

  /// Fixtures for a database.
  public init(_ database: RecordingDatabase) {
    self.database = database
  }

  /// Inserts rows into a table and answers their rowids.
  ///
  /// `values` makes the row of each number from 1 to `count`; every row has the same columns.
  ///
  /// Throws a `SQLiteError` that names the statement when a row is refused; none is kept then.
  @discardableResult
  public func create(
    _ table: String,
    count: Int,
    _ values: (Int) throws -> [String: any SQLiteConvertible]
  ) throws -> [Int64] {
    guard count > 0 else { return [] }
    return try database.recorder.withoutRecording {
      try database.transaction {
        try (1...count).map { number in
          let row = try values(number).sorted { $0.key < $1.key }
          let columns = row.map { SQLName.quoted($0.key) }.joined(separator: ", ")
          let places = row.map { _ in "?" }.joined(separator: ", ")
          let sql =
            row.isEmpty
            ? "INSERT INTO \(SQLName.quoted(table)) DEFAULT VALUES"
            : "INSERT INTO \(SQLName.quoted(table))(\(columns)) VALUES (\(places))"
          try database.execute(sql, row.map(\.value))
          return database.lastInsertedRowID
        }
      }
    }
  }
}
