public import QueryBudgetSQLite

/// Rows to measure with, made from the schema alone.
///
/// ```swift
/// let fixtures = Fixtures(database)
/// try fixtures.create("article", count: 100)
/// try fixtures.create("article", count: 10, ["published": true]) { ["title": "Article \($0)"] }
/// ```
///
/// Every column that nobody gives a value gets one that the schema allows; every foreign key gets a
/// parent of its own for each row. Only what says that a row is gone stays NULL where it may, such as
/// `deleted_at`, `archivedOn` or `revoked_by`: an endpoint leaves out the rows in which it has a
/// value. What one call makes is one transaction, and belongs to no recording.
public struct Fixtures: Sendable {
  let connection: FixtureConnection
  let seed: UInt64
  let cache = FixtureCache()
  var factories = FactoryState()

  /// Who is told how far it has got.
  package var progress = RowProgress.none

  /// Fixtures for a database; the same seed makes the same rows.
  public init(_ database: RecordingDatabase, seed: UInt64 = 1) {
    connection = FixtureConnection(database)
    self.seed = seed
  }

  /// Fixtures for the database that a recorder is attached to, such as one of GRDB's: rows are
  /// written through the first of its connections that may write.
  ///
  /// ```swift
  /// let recorder = StatementRecorder()
  /// var configuration = Configuration()
  /// configuration.record(with: recorder)
  /// let database = try DatabaseQueue(configuration: configuration)
  /// try database.write { db in try db.execute(sql: schema) }
  /// try Fixtures(recorder).create("article", count: 100)
  /// ```
  public init(_ recorder: StatementRecorder, seed: UInt64 = 1) {
    connection = FixtureConnection(recorder)
    self.seed = seed
  }

  /// Fixtures for any connection of the SQLite that the process links.
  ///
  /// The connection must be open, and used by nobody else, while rows are made.
  public init(handle: OpaquePointer, seed: UInt64 = 1) {
    connection = FixtureConnection(handle)
    self.seed = seed
  }

  /// Runs `body` in one transaction, or in a savepoint where one is open: when it throws, no row that
  /// it made is kept.
  public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try connection.transaction { _ in try body() }
  }
}
