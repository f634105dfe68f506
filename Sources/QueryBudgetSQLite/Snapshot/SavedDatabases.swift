import CSQLite
import Foundation
import QueryBudget

/// The contents of a recorder's databases at one moment, to go back to.
package final class SavedDatabases {
  let saved: [SavedDatabase]

  /// Saves every database that the recorder's open connections use, each once.
  package init(of recorder: StatementRecorder) throws {
    saved = try DatabaseReach.all(of: recorder).map(SavedDatabase.init)
  }

  /// Puts every database back to what it was.
  package func restore() throws {
    for database in saved { try database.restore() }
  }

  /// How many rows each table holds now.
  package func countRows() throws -> [String: Int] {
    try saved.reduce(into: [:]) { counts, database in try database.countRows(into: &counts) }
  }
}

/// How many rows of a table have a parent, and how many different ones.
struct ParentCount: Equatable {
  var rows = 0
  var parents = 0
}

extension SavedDatabases {
  /// Counts the parents that the rows of a foreign key have now.
  func countParents(of key: ForeignKey) throws -> ParentCount {
    try saved.first { $0.holds(table: key.table) }?.countParents(of: key) ?? ParentCount()
  }
}

/// A database, and a way to it from outside of the application's code.
struct DatabaseReach {
  private enum Way {
    /// A database in memory can be reached by its own connection only.
    case connection(TracedConnection)

    /// A file is reached by a connection of our own, which waits for the application's locks.
    case file(OwnConnection)
  }

  /// Its name on the connection that reaches it.
  let schema: String

  /// What a table's name begins with where the application attached the database.
  let prefix: String

  private let way: Way

  /// Whether a lock may go while we wait for it: not where we hold the connection that has it.
  var mayWait: Bool {
    if case .file = way { true } else { false }
  }

  /// The databases of every open connection, what is attached among them, and each file once.
  static func all(of recorder: StatementRecorder) throws -> [DatabaseReach] {
    var paths: Set<String> = []
    return try recorder.openConnections.flatMap { connection in
      try (connection.withHandle(databases) ?? []).compactMap { name, path in
        let prefix = name == "main" ? "" : name + "."
        if path.isEmpty {
          return DatabaseReach(schema: name, prefix: prefix, way: .connection(connection))
        }
        guard paths.insert(path).inserted else { return nil }
        let own = try OwnConnection(file: path)
        return DatabaseReach(schema: "main", prefix: prefix, way: .file(own))
      }
    }
  }

  /// The name of each database of a connection, and its file, if it has one.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_database_list>
  private static func databases(
    of handle: OpaquePointer
  ) throws -> [(name: String, path: String)] {
    // Not `pragma_database_list`, for which SQLite makes a virtual table first.
    let statement = try PreparedStatement("PRAGMA database_list", on: handle)
    var databases: [(name: String, path: String)] = []
    while try statement.step() {
      let values = statement.values
      let (name, path) = (String(values[1]) ?? "", String(values[2]) ?? "")
      // A connection's temporary tables are its own and not the application's data.
      if name != "temp" { databases.append((name, path)) }
    }
    return databases
  }

  func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    switch way {
    case .file(let own): return try body(own.handle)
    case .connection(let connection):
      guard let value = try connection.withHandle(body) else {
        throw SQLiteError(
          code: SQLITE_MISUSE,
          message: "connection \(connection.number) was closed while it was measured, or can't be "
            + "reached from inside one of its own accesses: measure from outside")
      }
      return value
    }
  }
}
