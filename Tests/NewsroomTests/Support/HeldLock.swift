import GRDB

/// Another connection that holds a database's write lock, for as long as `body` runs.
enum HeldLock {
  static func run(on path: String, _ body: () async throws -> Void) async throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try await other.writeWithoutTransaction { db in try db.beginTransaction(.immediate) }
    try await body()
    try await other.writeWithoutTransaction { db in try db.rollback() }
    try other.close()
  }
}
