import Foundation
import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Rows that fixtures write through GRDB's own connections.
@Suite("Fixtures on GRDB")
struct FixtureRowsTests {
  enum Storage: CaseIterable { case queue, pool }

  private static let schema = """
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author, title TEXT NOT NULL);
    """

  /// Runs `body` with a database and its recorder.
  private func run(
    _ storage: Storage,
    _ body: (any DatabaseWriter, StatementRecorder) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let path = folder.appending(path: "db.sqlite").path(percentEncoded: false)
    let database: any DatabaseWriter =
      switch storage {
      case .queue: try DatabaseQueue(configuration: configuration)
      case .pool: try DatabasePool(path: path, configuration: configuration)
      }
    try database.write { try $0.execute(sql: Self.schema) }
    try body(database, recorder)
    try database.close()
  }

  @Test("GRDB reads what they write, and goes on to write by itself", arguments: Storage.allCases)
  func rows(_ storage: Storage) throws {
    try run(storage) { database, recorder in
      let articles = try Fixtures(recorder).create("article", count: 3)
      #expect(articles.ids == [1, 2, 3])
      let counts = try database.read { db in
        try (
          Int.fetchOne(db, sql: "SELECT count(*) FROM article"),
          Int.fetchOne(db, sql: "SELECT count(*) FROM author")
        )
      }
      #expect(counts == (3, 3))
      try database.write { try $0.execute(sql: "INSERT INTO author(name) VALUES ('Own')") }
      try Fixtures(recorder).create("article", ["authorId": 4])
      #expect(
        try database.read { try Int.fetchOne($0, sql: "SELECT max(authorId) FROM article") } == 4)
    }
  }

  @Test("an observer of transactions isn't disturbed", arguments: Storage.allCases)
  func observer(_ storage: Storage) throws {
    try run(storage) { database, recorder in
      let observer = CommitCount()
      database.add(transactionObserver: observer)
      try Fixtures(recorder).create("article", count: 10)
      try database.write { try $0.execute(sql: "INSERT INTO author(name) VALUES ('Own')") }
      #expect(observer.commits >= 1)
      #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM author") } == 11)
    }
  }

  @Test("inside an access they say that they can't be reached")
  func inside() throws {
    try run(.queue) { database, recorder in
      let error = try database.write { _ in
        #expect(throws: SQLiteError.self) { try Fixtures(recorder).create("author") }
      }
      #expect(error?.message.contains("outside of the connection's own accesses") == true)
    }
  }

  @Test("a collation of the application's is named, and the access in which it is known")
  func collation() throws {
    try run(.queue) { database, recorder in
      try database.write { db in
        try db.create(table: "city") { t in
          t.autoIncrementedPrimaryKey("id")
          t.column("name", .text).notNull().unique().collate(.localizedCompare)
        }
      }
      let error = #expect(throws: SQLiteError.self) { try Fixtures(recorder).create("city") }
      #expect(
        error?.message.hasPrefix(
          "no such collation sequence: swiftLocalizedCompare, which only the application's own "
            + "connections know: make the rows in one of its accesses") == true)
      try database.writeWithoutTransaction { db in
        let handle = try #require(db.sqliteConnection)
        try Fixtures(handle: handle).create("city", count: 10)
      }
      #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM city") } == 10)
    }
  }

  @Test("a measurement grows its rows by itself", arguments: Storage.allCases)
  func axis(_ storage: Storage) throws {
    try run(storage) { database, recorder in
      let result = try verifyQueryGrowth("articles", on: recorder, growing: .rows("article")) {
        try database.read { db in
          try Row.fetchAll(db, sql: "SELECT * FROM article").map { article in
            try Row.fetchOne(
              db, sql: "SELECT * FROM author WHERE id = ?", arguments: [article["authorId"]])
          }.count
        }
      }
      #expect(result.verdict == .exceeded)
      #expect("\(result.growth.law)" == "1 + articles")
    }
  }
}

/// Counts commits.
private final class CommitCount: TransactionObserver, @unchecked Sendable {
  // GRDB calls it on the writer's queue, and the test reads it when all is done.
  private(set) var commits = 0

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseDidCommit(_ db: Database) { commits += 1 }
  func databaseDidRollback(_ db: Database) {}
}
