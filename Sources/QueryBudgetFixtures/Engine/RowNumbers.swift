import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// The numbers that new rows get: those of a table go on where its rows end.
struct RowNumbers {
  private let handle: OpaquePointer
  private var next: [String: Int64] = [:]

  /// Looks where the rows of these tables end.
  init(of tables: [FixtureTable], on handle: OpaquePointer) throws {
    self.handle = handle
    let tables = tables.reduce(into: [FixtureTable]()) { all, table in
      if !all.contains(where: { $0.displayName == table.displayName }) { all.append(table) }
    }
    // One statement for many tables, and few enough for what SQLite lets one return.
    for start in stride(from: 0, to: tables.count, by: 50) {
      let some = tables[start..<min(start + 50, tables.count)]
      let columns = some.map { "(\(Self.lastNumber(of: $0)))" }.joined(separator: ", ")
      let values = try first("SELECT \(columns)")
      for (table, value) in zip(some, values) {
        next[table.displayName] = try number(after: Int64(value) ?? 0, in: table)
      }
    }
  }

  /// Numbers for so many more rows of a table: the first of them. Where rowids are chosen they are
  /// the same.
  mutating func next(_ count: Int, of table: FixtureTable) -> Int64 {
    let first = next[table.displayName] ?? 1
    next[table.displayName] = first &+ Int64(count)
    return first
  }

  private static func lastNumber(of table: FixtureTable) -> String {
    guard let rowid = table.rowidName else { return "SELECT count(*) FROM \(table.quotedName)" }
    let largest = "SELECT max(\(SQLName.quoted(rowid))) FROM \(table.quotedName)"
    guard table.isAutoincrement else { return largest }
    let name = table.name.replacing("'", with: "''")
    return "SELECT max(ifnull((\(largest)), 0), ifnull((SELECT seq FROM "
      + "\(SQLName.quoted(table.schema)).sqlite_sequence WHERE name = '\(name)'), 0))"
  }

  private func number(after last: Int64, in table: FixtureTable) throws -> Int64 {
    // Behind the largest there is nothing: SQLite chooses by chance then.
    guard last > Int64.max / 2 else { return max(last, 0) + 1 }
    return try (Int64(first("SELECT count(*) FROM \(table.quotedName)")[0]) ?? 0) + 1
  }

  private func first(_ sql: String) throws -> [SQLiteValue] {
    let statement = try PreparedStatement(sql, on: handle)
    _ = try statement.step()
    return statement.values
  }
}
