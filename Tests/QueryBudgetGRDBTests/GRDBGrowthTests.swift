import Foundation
import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// Growth measured through GRDB: the database goes back to what it was between the scales.
@Suite struct GRDBGrowthTests {
  struct Info: Decodable, FetchableRecord {
    var book: Book
    var author: Author
  }

  @Test("A join is constant, in memory")
  func join() throws {
    let library = try Library.inMemory()
    try check(library) {
      try library.database.read { db in
        _ = try Book.including(required: Book.author).asRequest(of: Info.self).fetchAll(db)
      }
    }
  }

  @Test("A join is constant, on a file")
  func joinOnFile() throws {
    let file = try TemporaryFile()
    let library = try Library { try DatabaseQueue(path: file.path, configuration: $0) }
    try check(library) {
      try library.database.read { db in
        _ = try Book.including(required: Book.author).asRequest(of: Info.self).fetchAll(db)
      }
    }
  }

  @Test("A join is constant, behind a pool")
  func joinBehindPool() throws {
    let file = try TemporaryFile()
    let library = try Library { try DatabasePool(path: file.path, configuration: $0) }
    try check(library) {
      try library.database.read { db in
        _ = try Book.including(required: Book.author).asRequest(of: Info.self).fetchAll(db)
      }
    }
  }

  /// Runs a clean endpoint on a library that holds a row already.
  private func check(
    _ library: Library<some DatabaseWriter>,
    _ call: () throws -> Void
  ) throws {
    try library.database.write { try Author(id: 1_000_000, name: "There before").insert($0) }
    let result = try verifyQueryGrowth(
      "GET /books", on: library.recorder, populate: library.addAuthors, whenCalling: call)
    #expect(result.failure == nil)
    #expect(
      result.growth.measurement.runs.map(\.tableRows)
        == [1, 10, 100].map {
          ["author": $0 + 1, "book": $0]
        })
    let left = try library.database.read { db in
      (try Author.fetchCount(db), try Book.fetchCount(db))
    }
    #expect(left == (1, 0))
  }

  @Test("A query per book is caught, async, behind a pool")
  func lazyLoad() async throws {
    let file = try TemporaryFile()
    let library = try Library { try DatabasePool(path: file.path, configuration: $0) }
    let database = library.database
    let result = try await verifyQueryGrowth("GET /books", on: library.recorder) { count in
      try library.addAuthors(count)
    } whenCalling: {
      try await database.read { db in
        for book in try Book.fetchAll(db) { _ = try Author.fetchOne(db, key: book.authorId) }
      }
    }
    #expect(
      result.failure == """
        GET /books exceeds its budget: constant expected, 1 + books found.

          books    1  10  100
          queries  2  11  101

          grows by 1 per book, at GRDBGrowthTests.swift:77 in GRDBGrowthTests.lazyLoad()
            SELECT * FROM author WHERE id = ?
            100 runs, 100 different values: one query per book (N+1).
            It runs for each row of: SELECT * FROM book
            book.authorId references author.id: load them with one join, or all at once with \
        WHERE author.id IN (…).
            In GRDB: Book.including(required: Book.author), with static let author = \
        belongsTo(Author.self) on Book.
            Plan: author by primary key.
        """)
  }

  @Test("An application that goes on in the background is held back, not met")
  func backgroundWork() async throws {
    let library = try Library.inMemory()
    let database = library.database
    let background = Task.detached {
      while !Task.isCancelled {
        _ = try? await database.read { try Author.fetchCount($0) }
      }
    }
    for _ in 0..<20 {
      _ = try await verifyQueryGrowth("GET /books", on: library.recorder, scales: [1, 2]) { count in
        try library.addAuthors(count)
      } whenCalling: {
        try await database.read { try Book.fetchAll($0) }
      }
    }
    background.cancel()
    await background.value
  }
}
