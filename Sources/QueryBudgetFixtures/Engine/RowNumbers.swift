import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// The numbers that new rows get: those of a table go on where its rows end.
struct RowNumbers {
  /// The number of a row in its table, which is its rowid as well where that is chosen.
  struct First {
    var number: Int64 = 1

    /// Whether a row has a rowid behind which there may be too few: SQLite would choose by chance.
    var isCrowded = false
  }

  /// Rowids beyond it are no place to go on from.
  private static let last = Int64.max / 2

  private let handle: OpaquePointer
  private var next: [String: First] = [:]

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
        next[table.displayName] = try first(after: Int64(value) ?? 0, in: table)
      }
    }
  }

  /// Numbers for so many more rows of a table: the first of them.
  mutating func next(_ count: Int, of table: FixtureTable) -> First {
    let first = next[table.displayName] ?? First()
    next[table.displayName] = First(
      number: first.number &+ Int64(count), isCrowded: first.isCrowded)
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

  private func first(after last: Int64, in table: FixtureTable) throws -> First {
    guard last > Self.last, let rowid = table.rowidName.map(SQLName.quoted) else {
      return First(number: max(last, 0) + 1)
    }
    let before = try first(
      "SELECT max(\(rowid)) FROM \(table.quotedName) WHERE \(rowid) <= \(Self.last)")
    return First(number: max(Int64(before[0]) ?? 0, 0) + 1, isCrowded: true)
  }

  private func first(_ sql: String) throws -> [SQLiteValue] {
    let statement = try PreparedStatement(sql, on: handle)
    _ = try statement.step()
    return statement.values
  }
}
