import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// The numbers that new rows get: those of a table go on where its rows end.
struct RowNumbers {
  /// A row's number in its table, and its rowid where that is chosen.
  struct First {
    var number: Int64
    var rowid: Int64
  }

  private let handle: OpaquePointer
  private var next: [String: First] = [:]

  init(on handle: OpaquePointer) { self.handle = handle }

  /// Numbers for so many more rows of a table: the first of them.
  mutating func next(_ count: Int, of table: FixtureTable) throws -> First {
    let first = try next[table.displayName] ?? start(of: table)
    next[table.displayName] = First(
      number: first.number &+ Int64(count), rowid: first.rowid &+ Int64(count))
    return first
  }

  private func start(of table: FixtureTable) throws -> First {
    guard let rowid = table.rowidName else {
      let rows = try integer("SELECT count(*) FROM \(table.quotedName)")
      return First(number: rows + 1, rowid: 1)
    }
    var last = try integer("SELECT max(\(SQLName.quoted(rowid))) FROM \(table.quotedName)")
    // Behind the largest there is nothing: SQLite chooses by chance then.
    if last > Int64.max / 2 { last = try integer("SELECT count(*) FROM \(table.quotedName)") }
    guard table.isAutoincrement else { return First(number: last + 1, rowid: last + 1) }
    let schema = SQLName.quoted(table.schema)
    let used = try integer(
      "SELECT seq FROM \(schema).sqlite_sequence WHERE name = ?", [.text(table.name)])
    return First(number: max(last, used) + 1, rowid: max(last, used) + 1)
  }

  private func integer(_ sql: String, _ values: [SQLiteValue] = []) throws -> Int64 {
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(values)
    guard try statement.step() else { return 0 }
    return max(Int64(statement.values[0]) ?? 0, 0)
  }
}
