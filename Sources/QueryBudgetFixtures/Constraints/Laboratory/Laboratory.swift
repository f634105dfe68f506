import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// A table of the same making in a database of its own, in which rows are tried: what SQLite says of
/// them, with its own affinities, collations and generated columns, is the truth.
///
/// Its foreign keys and triggers are left out, and CHECKs are asked one by one. It must not be used
/// from two threads at once.
final class Laboratory {
  let table: FixtureTable
  let handle: OpaquePointer

  /// Functions that only the application has: what calls them can't be judged.
  private(set) var unknownFunctions: Set<String> = []
  private var statements: [String: PreparedStatement] = [:]

  /// Texts that are run for every row that is tried.
  let insertion: String
  let deletion: String

  /// Nil where the table can't be made again, such as one that needs an extension.
  init?(_ table: FixtureTable) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      sqlite3_close_v2(opened)
      return nil
    }
    handle = opened
    self.table = table
    let columns = table.columns.filter { !$0.isGenerated }
    let names = columns.map { SQLName.quoted($0.name) }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let name = SQLName.quoted(table.name)
    insertion = "INSERT INTO \(name) (\(names)) VALUES (\(places))"
    deletion = "DELETE FROM \(name)"
    sqlite3_extended_result_codes(handle, 1)
    guard (try? prepareTable()) != nil else { return nil }
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  private func prepareTable() throws {
    try execute("PRAGMA foreign_keys = OFF")
    try execute("PRAGMA ignore_check_constraints = ON")
    try make(table.sql)
    for key in table.uniqueKeys where !key.name.hasPrefix("sqlite_autoindex_") {
      try make(Self.indexSQL(key, of: table))
    }
    try execute("BEGIN")
  }

  private static func indexSQL(_ key: UniqueKey, of table: FixtureTable) -> String {
    let terms = zip(key.terms, key.collations).map { term, collation in
      let sql =
        switch term {
        case .column(let name): SQLName.quoted(name)
        case .expression(let nodes): "(\(nodes.sql))"
        }
      return "\(sql) COLLATE \(SQLName.quoted(collation))"
    }
    return "CREATE UNIQUE INDEX \(SQLName.quoted(key.name)) ON \(SQLName.quoted(table.name)) "
      + "(\(terms.joined(separator: ", ")))" + (key.condition.map { " WHERE \($0.sql)" } ?? "")
  }

  // MARK: What only the application has

  /// Runs a definition, with a stand-in for each function and collation that SQLite doesn't know.
  private func make(_ sql: String) throws {
    for _ in 0..<50 {
      do {
        return try execute(sql)
      } catch let error as SQLiteError {
        guard addStandIn(for: error.message) else { throw error }
      }
    }
  }

  private func addStandIn(for message: String) -> Bool {
    let function = "no such function: "
    let collation = "no such collation sequence: "
    if message.hasPrefix(function) {
      let name = String(message.dropFirst(function.count))
      unknownFunctions.insert(CaseFolding.folded(name))
      return addFunction(name)
    }
    return message.hasPrefix(collation) && addCollation(String(message.dropFirst(collation.count)))
  }

  /// <https://www.sqlite.org/c3ref/create_function.html>
  private func addFunction(_ name: String) -> Bool {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    return sqlite3_create_function_v2(
      handle, name, -1, flags, nil, { context, _, _ in sqlite3_result_int(context, 1) },
      nil, nil, nil) == SQLITE_OK
  }

  /// <https://www.sqlite.org/c3ref/create_collation.html>
  private func addCollation(_ name: String) -> Bool {
    sqlite3_create_collation_v2(
      handle, name, SQLITE_UTF8, nil,
      { _, length, one, otherLength, other in
        let left = UnsafeRawBufferPointer(start: one, count: Int(length))
        let right = UnsafeRawBufferPointer(start: other, count: Int(otherLength))
        if left.elementsEqual(right) { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
      }, nil) == SQLITE_OK
  }

  // MARK: Statements

  func execute(_ sql: String) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }

  /// A statement that is prepared once.
  func statement(_ sql: String) throws -> PreparedStatement {
    if let known = statements[sql] { return known }
    let statement = try PreparedStatement(sql, on: handle)
    statements[sql] = statement
    return statement
  }
}
