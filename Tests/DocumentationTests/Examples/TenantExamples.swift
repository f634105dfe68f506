import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// The notes of one workspace, of the many that share a database.
struct NoteStore: Sendable {
  let database: any DatabaseWriter
  let workspace: Int64

  func titles() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(
        db, sql: "SELECT title FROM note WHERE workspaceId = ? ORDER BY id", arguments: [workspace])
    }
  }

  func title(of id: Int64) async throws -> String? {
    try await database.read { db in
      try String.fetchOne(db, sql: "SELECT title FROM note WHERE id = ?", arguments: [id])
    }
  }

  static func database(on recorder: StatementRecorder) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE workspace(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
          CREATE TABLE note(
            id INTEGER PRIMARY KEY,
            workspaceId INTEGER NOT NULL REFERENCES workspace,
            title TEXT NOT NULL
          );
          """)
    }
    return database
  }
}

@Suite struct NoteTests {
  let recorder: StatementRecorder
  let database: DatabaseQueue

  init() throws {
    recorder = StatementRecorder()
    database = try NoteStore.database(on: recorder)
  }

  @Test func listIsTheWorkspacesOwn() async throws {
    try Fixtures(recorder).create("note", count: 3, sharing: ["workspace"])
    let store = NoteStore(database: database, workspace: 1)
    try await assertTenantIsolated(
      "list of notes", on: recorder, tenant: store.workspace, column: "workspaceId"
    ) {
      try await store.titles()
    }
  }
}

#if os(Linux)  // A line of code is only told there.
  extension NoteTests {
    @Test func shownFailure() async throws {
      try Fixtures(recorder).create(
        "note", count: 2, ["title": "Plans"], sharing: ["workspace"])
      let store = NoteStore(database: database, workspace: 1)
      let result = try await verifyTenantIsolated(
        "one note", on: recorder, tenant: 1, column: "workspaceId"
      ) {
        try await store.title(of: 1)
      }
      try expectShown(result.failure)
    }
  }
#endif

/// The examples of doc comments.
@Suite struct TenantExamples {
  private struct Tenant {
    let id: Int64
  }

  private struct Client {
    let database: RecordingDatabase

    func get(_ path: String) async throws -> [String] {
      try database.query("SELECT title FROM article WHERE tenantId = ?", [1]).map {
        try $0.value("title")
      }
    }
  }

  private struct Store {
    let database: RecordingDatabase

    func titles(tenant: Int64) throws -> [String] {
      try database.query("SELECT title FROM article WHERE tenantId = ?", [tenant]).map {
        try $0.value("title")
      }
    }
  }

  private let recorder = StatementRecorder()
  private let database: RecordingDatabase
  private let tenant = Tenant(id: 1)
  private var client: Client { Client(database: database) }
  private var store: Store { Store(database: database) }

  init() throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE plan(id INTEGER PRIMARY KEY);
      CREATE TABLE article(id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL, title TEXT NOT NULL);
      INSERT INTO article VALUES (1, 1, 'Hello');
      """)
  }

  @Test func isolated() async throws {
    try await assertTenantIsolated(
      "GET /api/articles", on: recorder, tenant: tenant.id, column: "tenantId", sharing: ["plan"]
    ) {
      try await client.get("/api/articles")
    }
  }

  @Test func asAValue() throws {
    let result = try verifyTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
      try store.titles(tenant: 1)
    }
    #expect(result.verdict == .kept)
  }
}
