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

  @Test func oneTransactionIsKept() throws {
    try assertAtomic("activate", on: recorder) {
      try database.transaction {
        try database.execute("INSERT INTO subscription (reader) VALUES ('ada')")
        try database.execute("INSERT INTO invoice (subscriptionId) VALUES (1)")
      }
    }
  }

  @Test func noTransactionIsBroken() throws {
    let result = try verifyAtomic("activate", on: recorder) {
      try database.execute("INSERT INTO subscription (reader) VALUES ('ada')")
      try database.execute("INSERT INTO invoice (subscriptionId) VALUES (1)")
    }
    print(result.failure ?? "kept")
    #expect(result.verdict == .broken)
  }

  @Test func swallowingIsBroken() throws {
    let result = try verifyAtomic("activate", on: recorder) {
      try database.transaction {
        try database.execute("INSERT INTO subscription (reader) VALUES ('ada')")
        try? database.execute("INSERT INTO invoice (subscriptionId) VALUES (1)")
      }
    }
    print(result.failure ?? "kept")
    #expect(result.verdict == .broken)
  }
}
