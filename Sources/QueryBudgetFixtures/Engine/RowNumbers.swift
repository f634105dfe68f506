import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// The numbers that new rows get: those of a table go on where its rows end.
struct RowNumbers {
  /// A row's number in its table, and its rowid where that is chosen.
  struct First {
    var number: Int64
    var rowid: Int64

    /// Whether a row has a rowid behind which there may be too few: SQLite would choose by chance.
    var isCrowded = false
  }

  /// Rowids beyond it are no place to go on from.
  private static let last = Int64.max / 2

  private let handle: OpaquePointer
  private var next: [String: First] = [:]

  init(on handle: OpaquePointer) { self.handle = handle }

  /// Numbers for so many more rows of a table: the first of them.
  mutating func next(_ count: Int, of table: FixtureTable) throws -> First {
    let first = try next[table.displayName] ?? start(of: table)
    var following = first
    following.number &+= Int64(count)
    following.rowid &+= Int64(count)
    next[table.displayName] = following
    return first
  }

  private func start(of table: FixtureTable) throws -> First {
    guard let rowid = table.rowidName else {
      let rows = try integer("SELECT count(*) FROM \(table.quotedName)")
      return First(number: rows + 1, rowid: 1)
    }
    let name = SQLName.quoted(rowid)
    var last = try integer("SELECT max(\(name)) FROM \(table.quotedName)")
    if table.isAutoincrement {
      let schema = SQLName.quoted(table.schema)
      let used = try integer(
        "SELECT seq FROM \(schema).sqlite_sequence WHERE name = ?", [.text(table.name)])
      last = max(last, used)
    }
    guard last > Self.last else { return First(number: last + 1, rowid: last + 1) }
    last = try integer(
      "SELECT max(\(name)) FROM \(table.quotedName) WHERE \(name) <= ?", [.integer(Self.last)])
    return First(number: last + 1, rowid: last + 1, isCrowded: true)
  }

  private func integer(_ sql: String, _ values: [SQLiteValue] = []) throws -> Int64 {
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(values)
    guard try statement.step() else { return 0 }
    return max(Int64(statement.values[0]) ?? 0, 0)
  }
}
