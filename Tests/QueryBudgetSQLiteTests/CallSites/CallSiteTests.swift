import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Code as an application has it, each statement on a line of its own.
private struct ArticleStore {
  let database: RecordingDatabase

  func article() throws {
    try database.execute("SELECT 'direct'")
  }

  func articles() throws {
    for id in 1...3 { try authors(of: id) }
  }

  private func authors(of article: Int) throws { try author(article, "any") }

  private func author(_ id: Int, _ name: String) throws {
    _ = try database.query("SELECT 'deep', ?", [id])
  }

  var count: Int {
    get throws { try database.query("SELECT 'property'").count }
  }

  subscript(id: Int) -> Int? {
    try? database.query("SELECT 'subscript', ?", [id]).count
  }

  func inClosures() throws {
    try [1].forEach { id in
      try [id].forEach { _ in
        try database.execute("SELECT 'closure'")
      }
    }
  }

  func twice() throws {
    try database.execute("SELECT 'same'")  // first
    try database.execute("SELECT 'same'")  // second
  }

  func inLocalFunction() throws {
    func helper(_ id: Int) throws {
      try database.execute("SELECT 'local'")
    }
    try helper(1)
  }

  func generic<Key: Hashable>(_ keys: [Key]) throws {
    for _ in keys { try database.execute("SELECT 'generic'") }
  }

  func stream() async throws {
    let numbers = AsyncStream { continuation in
      for number in 1...3 { continuation.yield(number) }
      continuation.finish()
    }
    for await number in numbers {
      _ = try database.query("SELECT 'stream', ?", [number])
    }
  }

  func group() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...3 {
        group.addTask { try database.execute("SELECT 'group'") }
      }
      try await group.waitForAll()
    }
  }

  func awaiting() async throws {
    await Task.yield()
    try database.execute("SELECT 'after await'")
  }

  static func make(_ database: RecordingDatabase) throws {
    try database.transaction {
      try database.execute("SELECT 'static'")
    }
  }
}

/// The line that a reader would point at is the line that is found.
@Suite("The call site of a statement")
struct CallSiteTests {
  private let store: ArticleStore
  private let lines: SourceLines

  init() throws {
    store = ArticleStore(database: try RecordingDatabase(.inMemory))
    lines = try SourceLines()
  }

  private func expect(
    _ sites: [CallSite?], line text: String, function: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!sites.isEmpty, sourceLocation: sourceLocation)
    for site in sites {
      #expect(site?.file == "CallSiteTests.swift", sourceLocation: sourceLocation)
      #expect(site?.path == #filePath, sourceLocation: sourceLocation)
      #expect(site?.line == lines.number(of: text), sourceLocation: sourceLocation)
      #expect(site?.function == function, sourceLocation: sourceLocation)
    }
  }

  private func record(_ body: () throws -> Void) throws -> [CallSite?] {
    let recorded = store.database.recorder.recordResult(keeping: .stacks, body)
    _ = try recorded.value
    return recorded.sites
  }

  private func record(_ body: () async throws -> Void) async throws -> [CallSite?] {
    let recorded = await store.database.recorder.recordResult(keeping: .stacks, body)
    _ = try recorded.value
    return recorded.sites
  }

  @Test("the function that calls the wrapper")
  func direct() throws {
    let sites = try record { try store.article() }
    expect(sites, line: "'direct'", function: "ArticleStore.article()")
    let line = try #require(lines.number(of: "'direct'"))
    #expect(
      sites.first??.description == "CallSiteTests.swift:\(line) in ArticleStore.article()")
  }

  @Test("a loop three calls further out doesn't hide it")
  func deep() throws {
    let sites = try record { try store.articles() }
    #expect(sites.count == 3)
    expect(sites, line: "'deep'", function: "ArticleStore.author(_:_:)")
  }

  @Test("a computed property and a subscript")
  func properties() throws {
    expect(
      try record { _ = try store.count }, line: "SELECT 'property'",
      function: "ArticleStore.count")
    expect(
      try record { _ = store[1] }, line: "SELECT 'subscript'", function: "ArticleStore.subscript")
  }

  @Test("a closure in a closure, and a function in a function, by what is around them")
  func nested() throws {
    expect(
      try record { try store.inClosures() }, line: "SELECT 'closure'",
      function: "ArticleStore.inClosures()")
    expect(
      try record { try store.inLocalFunction() }, line: "SELECT 'local'",
      function: "ArticleStore.inLocalFunction()")
  }

  @Test("a generic and a static function")
  func genericAndStatic() throws {
    expect(
      try record { try store.generic(["a"]) }, line: "SELECT 'generic'",
      function: "ArticleStore.generic(_:)")
    let sites = try record { try ArticleStore.make(store.database) }
    #expect(sites.count == 3)
    expect(
      Array(sites[1...1]), line: "SELECT 'static'", function: "ArticleStore.make(_:)")
    // BEGIN and COMMIT come from the line that asks for the transaction.
    expect(
      [sites[0], sites[2]], line: "database.transaction", function: "ArticleStore.make(_:)")
  }

  @Test("two lines that run the same statement are told apart")
  func twice() throws {
    let sites = try record { try store.twice() }
    #expect(sites.count == 2)
    expect(Array(sites.prefix(1)), line: ")  // first", function: "ArticleStore.twice()")
    expect(Array(sites.suffix(1)), line: ")  // second", function: "ArticleStore.twice()")
  }

  @Test("async functions: a stream, a group of tasks, the part after an await")
  func async() async throws {
    let streamed = try await record { try await store.stream() }
    #expect(streamed.count == 3)
    expect(streamed, line: "SELECT 'stream'", function: "ArticleStore.stream()")
    let grouped = try await record { try await store.group() }
    #expect(grouped.count == 3)
    expect(grouped, line: "SELECT 'group'", function: "ArticleStore.group()")
    expect(
      try await record { try await store.awaiting() }, line: "SELECT 'after await'",
      function: "ArticleStore.awaiting()")
  }

  @Test("a statement of the test itself, on a raw handle")
  func rawHandle() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let recorded = recorder.recordResult(keeping: .stacks) {
      sqlite3_exec(connection.handle, "SELECT 'raw'", nil, nil, nil)
    }
    expect(recorded.sites, line: "sqlite3_exec(", function: "CallSiteTests.rawHandle()")
  }
}
