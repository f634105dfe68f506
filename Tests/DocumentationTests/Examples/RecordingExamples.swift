import QueryBudget
import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Examples of recorders and of the wrapper.
@Suite struct RecordingExamples: MagazineExamples {
  let magazine: Magazine

  init() throws {
    magazine = try Magazine()
    try magazine.fixtures.create("article", count: 3, children: ["tag": 2])
  }

  @Test func wrapper() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT)")
    try database.execute("INSERT INTO article(title) VALUES (?)", ["Hello"])
    let recording = try database.recorder.record {
      try database.query("SELECT * FROM article WHERE id = ?", [1])
    }
    #expect(recording.queryCount == 1)
  }

  @Test func rows() throws {
    let rows = try database.query("SELECT * FROM article WHERE id = ?", [1])
    #expect(rows.count == 1)
    let row = try #require(
      try database.query("SELECT title, 1.5 AS price FROM article LIMIT 1").first)
    let title: String = try row.value("title")
    let price = try row.value("price", as: Double?.self)
    #expect(!title.isEmpty && price == 1.5)
  }

  @Test func handle() throws {
    try database.withHandle { handle in
      let recorder = StatementRecorder()
      recorder.attach(to: handle)
      let recording = try recorder.record { try store.articles() }
      #expect(recording.queryCount == 2)
      recorder.detach(from: handle)
    }
  }

  @Test func recordings() throws {
    let recording = try recorder.record { try store.articles() }
    #expect(recording.queryCount == 2)
  }

  @Test func asyncRecordings() async throws {
    let recording = try await recorder.record { try await client.get("/api/articles") }
    #expect(recording.queryCount == 2)
    #expect(recording.statements.map(\.kind) == [.read, .read])
  }

  @Test func stacks() throws {
    let recording = try recorder.record { try store.articles() }
    let loops = Dictionary(grouping: recording.statements, by: \.stack)
    let answers = Symbolicator.shared.answers(for: recording.statements.compactMap(\.stack))
    #expect(loops.count == 1 && answers.isEmpty, "Stacks are kept only where they are asked for.")
  }

  @Test func work() throws {
    let tally = StatementTally(shape: StatementShape(of: "SELECT 1"), sql: "SELECT 1", runs: 1)
    if let work = tally.work, work.automaticIndexRows > 0 { print("an index is missing") }
  }

  @Test func budgets() throws {
    let recording = try recorder.record { try store.articles() }
    let budget = StatementBudget(reads: .atMost(3), writes: .none, perTable: ["author": 1])
    let result = StatementResult(recording, budget: budget)
    #expect(result.failure == nil)
  }

  @Test func wayOut() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY);
      CREATE TABLE article(id INTEGER PRIMARY KEY, authorId INTEGER REFERENCES author);
      """)
    try Fixtures(database).create("article", count: 3)
    let recorder = database.recorder
    let shape = StatementShape(of: "SELECT * FROM author WHERE id = ?")
    let recording = try recorder.record {
      for article in try database.query("SELECT * FROM article") {
        let id: Int64 = try article.value("authorId")
        _ = try database.query("SELECT * FROM author WHERE id = ?", [id])
      }
    }
    let schema = SchemaReader.schema(of: recorder)
    let wayOut = try #require(
      WayOut(of: shape, sql: shape.fingerprint.sql, in: recording, schema: schema))
    #expect(
      wayOut.text == "article.authorId references author.id: load them with one join, or all at "
        + "once with WHERE author.id IN (…).")
  }
}
