import Foundation
import GRDB
import QueryBudgetGRDB
import Testing

/// Code as an application with GRDB has it.
private struct BookStore<Writer: DatabaseWriter> {
  let database: Writer

  func titles() throws -> [String] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT title FROM book")  // sync read
    }
  }

  func rename() throws {
    try database.write { db in
      try db.execute(sql: "UPDATE book SET title = 'new'")  // sync write
    }
  }

  func books(of author: Author) throws -> [Book] {
    try database.read { try author.request(for: Author.books).fetchAll($0) }  // association
  }

  func everybodysBooks() throws -> [[Book]] {
    let authors = try database.read { try Author.fetchAll($0) }  // authors
    return try authors.map { author in try books(of: author) }
  }

  func readLater() async throws -> Int? {
    try await database.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM book")  // async read
    }
  }

  func writeLater() async throws {
    try await database.write { db in
      try Book(id: 900, authorId: 0, title: "added").insert(db)  // async write
    }
  }

  func group() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in 0..<3 {
        group.addTask {
          _ = try await database.read { db in
            try Book.fetchOne(db, key: id)  // group
          }
        }
      }
      try await group.waitForAll()
    }
  }

  func readAside() async throws -> Int {
    try await withCheckedThrowingContinuation { continuation in
      database.asyncRead { result in
        continuation.resume(
          with: Result {
            try Author.fetchCount(result.get())  // asyncRead
          })
      }
    }
  }
}

extension Author {
  /// A request that its model makes: the statement is still that of whoever fetches.
  fileprivate static func named(_ name: String) -> QueryInterfaceRequest<Author> {
    filter(Column("name") == name)  // filter
  }
}

/// GRDB runs statements far from who asked for them; the closure it was given is on the stack.
@Suite("Call sites through GRDB")
struct GRDBCallSiteTests {
  private func lines(of function: String, _ mark: String) throws -> String {
    let text = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasSuffix("  // " + mark) }) + 1
    return "GRDBCallSiteTests.swift:\(line) in \(function)"
  }

  /// What is known of each query, without GRDB's own traffic.
  private func sites(_ recorded: RecordedResult<some Any>) throws -> [String] {
    _ = try recorded.value
    let statements = recorded.recording.statements.filter {
      StatementKind.queries.contains($0.kind) && !$0.sql.contains("sqlite_master")
    }
    let answers = Symbolicator.shared.answers(for: statements.compactMap(\.stack))
    return statements.map { $0.stack.flatMap { answers[$0] }?.description ?? "no stack" }
  }

  private func expectSites<Writer: DatabaseWriter>(_ library: Library<Writer>) async throws {
    try library.addAuthors(3)
    let store = BookStore(database: library.database)
    let recorder = library.recorder
    func record(_ body: () throws -> Void) throws -> [String] {
      try sites(recorder.recordResult(keeping: .stacks, body))
    }
    func record(_ body: () async throws -> Void) async throws -> [String] {
      try sites(await recorder.recordResult(keeping: .stacks, body))
    }
    #expect(
      try record { _ = try store.titles() } == [try lines(of: "BookStore.titles()", "sync read")])
    #expect(
      try record { try store.rename() } == [try lines(of: "BookStore.rename()", "sync write")])
    let books = try lines(of: "BookStore.books(of:)", "association")
    #expect(
      try record { _ = try store.everybodysBooks() }
        == [try lines(of: "BookStore.everybodysBooks()", "authors"), books, books, books])
    #expect(
      try await record { _ = try await store.readLater() }
        == [try lines(of: "BookStore.readLater()", "async read")])
    #expect(
      try await record { try await store.writeLater() }
        == [try lines(of: "BookStore.writeLater()", "async write")])
    let group = try lines(of: "BookStore.group()", "group")
    #expect(try await record { try await store.group() } == [group, group, group])
    #expect(
      try await record { _ = try await store.readAside() }
        == [try lines(of: "BookStore.readAside()", "asyncRead")])
  }

  @Test("on a queue")
  func queue() async throws {
    try await expectSites(try Library.inMemory())
  }

  @Test("on a pool")
  func pool() async throws {
    let file = try TemporaryFile()
    try await expectSites(
      Library { try DatabasePool(path: file.path, configuration: $0) })
  }

  @Test("where a request is run, not where it is made")
  func request() throws {
    let library = try Library.inMemory()
    let recorded = library.recorder.recordResult(keeping: .stacks) {
      let request = Author.named("Author 1")
      return try library.database.read { db in
        try request.fetchOne(db)  // fetch
      }
    }
    #expect(try sites(recorded) == [try lines(of: "GRDBCallSiteTests.request()", "fetch")])
  }

  @Test("what GRDB runs on a queue of its own says why it has none")
  func onItsOwn() async throws {
    let library = try Library.inMemory()
    let recorded = await library.recorder.recordResult(keeping: .stacks) {
      try await library.database.read { _ in }
    }
    _ = try recorded.value
    let stacks = recorded.recording.statements.compactMap(\.stack)
    #expect(!stacks.isEmpty)
    for answer in Symbolicator.shared.answers(for: stacks).values {
      #expect(answer.site == nil)
      #expect(answer.description.hasPrefix("GRDB ran it where no line of yours is"))
    }
  }

  @Test("what an observation fetches has the line that asked for it, or says why it has none")
  func observed() async throws {
    let library = try Library.inMemory()
    try library.addAuthors(1)
    let recorded = await library.recorder.recordResult(keeping: .stacks) {
      let observation = ValueObservation.tracking(Author.all().fetchCount)
      for try await count in observation.values(in: library.database) where count == 1 { break }
    }
    _ = try recorded.value
    let query = try #require(
      recorded.recording.statements.first { $0.sql.contains("SELECT COUNT(*) FROM \"author\"") })
    let answer = try Symbolicator.shared.answer(for: #require(query.stack))
    // The method was handed over as a value: only an optimizer gives its call a line.
    #expect(
      answer.site?.file == "GRDBCallSiteTests.swift"
        || answer.description.hasPrefix("GRDB ran it where no line of yours is"))
  }
}
