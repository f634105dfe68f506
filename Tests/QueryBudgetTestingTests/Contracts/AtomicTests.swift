import QueryBudgetTesting
import Testing

@Suite("Atomic code, on the wrapper")
struct AtomicTests {
  private let recorder = StatementRecorder()
  private let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE subscription (id INTEGER PRIMARY KEY, reader TEXT NOT NULL);
      CREATE TABLE invoice (id INTEGER PRIMARY KEY, subscriptionId INTEGER REFERENCES subscription);
      """)
  }

  private func activate() throws -> Int64 {
    try database.execute("INSERT INTO subscription (reader) VALUES ('ada')")
    let id = database.lastInsertedRowID
    try database.execute("INSERT INTO invoice (subscriptionId) VALUES (?)", [id])
    return id
  }

  @Test func oneTransactionIsKept() async throws {
    let id = try assertAtomic("activate", on: recorder) {
      try database.transaction { try activate() }
    }
    #expect(id == 1)
    let again = try await assertAtomic("activate", on: recorder) {
      try await Task { try database.transaction { try activate() } }.value
    }
    #expect(again == 1)
  }

  @Test func noTransactionFailsTheTest() async throws {
    let line = #line + 2
    try withKnownIssue {
      let id = try assertAtomic("activate", on: recorder) { try activate() }
      #expect(id == 1)
    } matching: { issue in
      issue.sourceLocation?.line == line
        && issue.description.contains("activate is not atomic, as 4 calls showed.")
    }
    try await withKnownIssue {
      try await assertAtomic("activate", on: recorder) { try await Task { try activate() }.value }
    } matching: { issue in
      issue.description.contains("activate is not atomic, as 4 calls showed.")
    }
  }

  @Test func whatCantBeCheckedFailsTheTest() throws {
    try withKnownIssue {
      let value = try assertAtomic("activate", on: StatementRecorder()) { try activate() }
      #expect(value == nil)
    } matching: { issue in
      issue.description.contains("activate: ")
    }
    try withKnownIssue {
      try assertAtomic("activate", on: recorder, ignoring: ["log"]) { try activate() }
    } matching: { issue in
      issue.description.contains("There are invoice, subscription.")
    }
  }
}
