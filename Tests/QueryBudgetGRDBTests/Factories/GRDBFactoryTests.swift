import Foundation
import GRDB
import QueryBudgetFixtures
import QueryBudgetGRDB
import Testing

/// A record with strategies of its own, which stores and reads nothing as its type would.
private struct Post: Codable, FetchableRecord, MutablePersistableRecord, Equatable {
  var id: Int64?
  var writerID: Int64?
  var publishedAt: Date
  var token: UUID
  var labels: [String]
  var isOpen = true

  static let databaseTableName = "posts"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static func databaseDateEncodingStrategy(for column: String) -> DatabaseDateEncodingStrategy {
    .secondsSince1970
  }
  static func databaseDateDecodingStrategy(for column: String) -> DatabaseDateDecodingStrategy {
    .timeIntervalSince1970
  }
  static func databaseUUIDEncodingStrategy(for column: String) -> DatabaseUUIDEncodingStrategy {
    .lowercaseString
  }

  enum CodingKeys: String, CodingKey {
    case id, publishedAt, token, labels, isOpen
    case writerID = "writerId"
  }
}

/// A record without `Codable`.
private struct Reporter: FetchableRecord, PersistableRecord {
  var id: Int64?
  var name: String

  static let databaseTableName = "writers"

  init(name: String) { self.name = name }

  init(row: GRDB.Row) throws {
    id = row["id"]
    name = row["name"]
  }

  func encode(to container: inout PersistenceContainer) throws {
    container["id"] = id
    container["name"] = name
  }
}

/// A record that is written only.
private struct Note: Encodable, PersistableRecord {
  var text: String
  static let databaseTableName = "notes"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.custom { _ in "words" }
}

extension Factory<Post> {
  fileprivate static var post: Self {
    Factory { number, make in
      Post(
        publishedAt: Date(timeIntervalSince1970: Double(number)),
        token: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number))),
        labels: [make.sequence("label") { "label \($0)" }])
    }
    .association("writer", .own(.reporter))
    .trait("closed") { $0.isOpen = false }
  }
}

extension Factory<Reporter> {
  fileprivate static var reporter: Self { Factory { Reporter(name: "Writer \($0)") } }
}

extension Factory<Note> {
  fileprivate static var note: Self { Factory { Note(text: "Note \($0)") } }
}

@Suite struct GRDBFactoryTests {
  /// A queue in memory, or a pool in a file.
  enum Kind: CaseIterable { case queue, pool }

  private let file: TemporaryFile
  private let recorder = StatementRecorder()

  init() throws { file = try TemporaryFile() }

  private func open(_ kind: Kind) throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database: any DatabaseWriter =
      switch kind {
      case .queue: try DatabaseQueue(configuration: configuration)
      case .pool: try DatabasePool(path: file.path, configuration: configuration)
      }
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE writers(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
          CREATE TABLE posts(
            id INTEGER PRIMARY KEY, writer_id INTEGER NOT NULL REFERENCES writers,
            published_at INTEGER NOT NULL, token TEXT NOT NULL UNIQUE, labels TEXT NOT NULL,
            is_open BOOLEAN NOT NULL
          );
          CREATE TABLE notes(id INTEGER PRIMARY KEY, words TEXT NOT NULL);
          """)
    }
    return database
  }

  @Test("A record is written and read as it says itself", arguments: Kind.allCases)
  func create(kind: Kind) throws {
    let database = try open(kind)
    let fixtures = Fixtures(recorder)
    let post = try fixtures.create(.post, traits: ["closed"])
    #expect(post.id == 1)
    #expect(post.labels == ["label 1"])
    #expect(!post.isOpen)
    #expect(try database.read { try Post.fetchAll($0) } == [post])
    let stored = try database.read { try GRDB.Row.fetchOne($0, sql: "SELECT * FROM posts") }
    #expect(stored?["published_at"] == 1)
    #expect(stored?["token"] == "00000000-0000-0000-0000-000000000001")
    #expect(stored?["labels"] == "[\"label 1\"]")
    #expect(stored?["writer_id"] == post.writerID)
    #expect(try database.read { try Reporter.fetchOne($0)?.name } == "Writer 1")
  }

  @Test("Many, with given and shared parents, and closures", arguments: Kind.allCases)
  func many(kind: Kind) throws {
    let database = try open(kind)
    let fixtures = Fixtures(recorder)
    let writer = try fixtures.create(.reporter) { $0.name = "Ada" }
    let given = try fixtures.create(.post, count: 3, associations: ["writer": .given(writer)]) {
      $0.isOpen = $1 == 2
    }
    #expect(given.map(\.writerID) == [writer.id, writer.id, writer.id])
    #expect(given.map(\.isOpen) == [false, true, false])
    let shared = try fixtures.create(.post, count: 2, associations: ["writer": .shared(.reporter)])
    #expect(shared[0].writerID == shared[1].writerID)
    #expect(shared[0].writerID != writer.id)
    let own = try fixtures.create(.post) { $0.writerID = writer.id }
    #expect(own.writerID == writer.id)
    #expect(try database.read { try Reporter.fetchCount($0) } == 2)
    let built = try fixtures.build(.post, associations: ["writer": .given(writer)])
    #expect(built.writerID == writer.id)
  }

  @Test("A record that is written only answers its row")
  func written() throws {
    let database = try open(.queue)
    let row: CreatedRow = try Fixtures(recorder).create(.note)
    #expect(try row["words"] == "Note 1")
    #expect(
      try database.read { try String.fetchOne($0, sql: "SELECT words FROM notes") } == "Note 1")
  }

  @Test("The row of a unique key is found, or made", arguments: Kind.allCases)
  func getOrCreate(kind: Kind) throws {
    let database = try open(kind)
    let fixtures = Fixtures(recorder)
    let first = try fixtures.getOrCreate(.reporter, by: ["name": "Ada"])
    #expect(first.name == "Ada")
    #expect(try fixtures.getOrCreate(.reporter, by: ["name": "Ada"]).id == first.id)
    #expect(try database.read { try Reporter.fetchCount($0) } == 1)
  }

  @Test(
    "Closures make rows through the fixtures they get, in the same transaction",
    arguments: Kind.allCases)
  func callbacks(kind: Kind) throws {
    struct Stop: Error {}
    let database = try open(kind)
    let fixtures = Fixtures(recorder)
    let factory = Factory<Post>.post
      .beforeCreate { post, making in
        post.writerID = try making.fixtures.create(.reporter) { $0.name = "Late" }.id
      }
      .afterCreate { post, row, making in
        try making.fixtures.create(.note) { $0.text = "\(post.labels) \(row.id)" }
      }
      .trait("stopped", FactoryTrait().afterCreate { _, _, _ in throw Stop() })
    #expect(throws: Stop.self) { try fixtures.create(factory, traits: ["stopped"]) }
    #expect(try database.read { try Reporter.fetchCount($0) + Note.fetchCount($0) } == 0)
    let post = try fixtures.create(factory)
    #expect(try database.read { try Reporter.fetchOne($0, key: post.writerID)?.name } == "Late")
    #expect(try database.read { try Note.fetchCount($0) } == 1)
  }

  @Test("What the application writes meanwhile is refused, or refuses the rows, and never lost")
  func meanwhile() throws {
    let writing = { (database: any DatabaseWriter) in
      Factory<Reporter>.reporter.afterCreate { _, _, _ in
        try database.write { try $0.execute(sql: "INSERT INTO notes(words) VALUES ('kept')") }
      }
    }
    let queue = try open(.queue)
    let error = #expect(throws: SQLiteError.self) {
      try Fixtures(recorder).create(writing(queue))
    }
    #expect(error?.message.hasPrefix("the application wrote to its database") == true)
    #expect(try queue.read { try String.fetchAll($0, sql: "SELECT words FROM notes") } == ["kept"])
    #expect(try queue.read { try Reporter.fetchCount($0) } == 0)
    try queue.close()
    let pool = try open(.pool)
    #expect(throws: DatabaseError.self) { try Fixtures(recorder).create(writing(pool)) }
    #expect(try pool.read { try Reporter.fetchCount($0) + Note.fetchCount($0) } == 0)
  }

  @Test(
    "Lint finds what is broken, keeps the database, and nothing is recorded",
    arguments: Kind.allCases)
  func lint(kind: Kind) throws {
    let database = try open(kind)
    let fixtures = Fixtures(recorder)
    let broken = Factory<Reporter>.reporter.trait("double") { _ in }
      .trait("lost", FactoryTrait().association("boss", .own))
    let recording = try recorder.record {
      let error = #expect(throws: FactoryLintError.self) {
        try fixtures.lint(Factory.post, broken, Factory.note)
      }
      #expect(error?.problems == ["writers+lost: writers has no foreign key boss."])
      try fixtures.create(.post, count: 3)
    }
    #expect(recording.statements == [])
    #expect(try database.read { try Post.fetchCount($0) } == 3)
  }

  @Test("Inside of an access of the database the fixtures say that they can't reach it")
  func inside() throws {
    let database = try open(.queue)
    let fixtures = Fixtures(recorder)
    let error = #expect(throws: SQLiteError.self) {
      try database.write { _ in _ = try fixtures.create(.reporter) }
    }
    #expect(error?.message.contains("outside of the connection's own accesses") == true)
    #expect(try fixtures.create(.reporter).id == 1)
  }
}
