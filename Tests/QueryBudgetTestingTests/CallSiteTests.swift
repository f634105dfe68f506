import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// What a failure says of the lines behind a statement.
@Suite struct CallSiteTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private func failure(_ call: () throws -> Void) throws -> String {
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) },
      whenCalling: call)
    return try #require(result.failure)
  }

  private func author(_ id: Int) throws -> [Row] {
    try catalogue.database.query("SELECT * FROM author WHERE id = ?", [id])
  }

  private func sameAuthor(_ id: Int) throws -> [Row] {
    try catalogue.database.query("SELECT * FROM author WHERE id = ?", [id])
  }

  @Test("One statement from two lines is two entries, each with its runs and its cause")
  func twoLines() throws {
    let failure = try failure {
      for book in try catalogue.database.query("SELECT * FROM book") {
        let id: Int = try book.value("authorId")
        if id.isMultiple(of: 2) { _ = try author(id) } else { _ = try sameAuthor(1) }
      }
    }
    #expect(
      failure == """
        GET /authors exceeds its budget: constant expected, 1 + 2*authors found.

          authors  1  10  100
          queries  3  21  201

          grows by 2 per author (100 of 200 runs), at CallSiteTests.swift:20 in \
        CallSiteTests.author(_:)
            SELECT * FROM author WHERE id = ?
            100 runs, 50 different values: load them at once and keep the results.
            It runs for each row of: SELECT * FROM book
            book.authorId references author.id: load them with one join, or all at once with \
        WHERE author.id IN (…).
            Plan: author by primary key.

          grows by 2 per author (100 of 200 runs), at CallSiteTests.swift:24 in \
        CallSiteTests.sameAuthor(_:)
            SELECT * FROM author WHERE id = ?
            100 runs with the same value: run it once and keep the result.
        """)
  }

  @Test("No value stands in a failure, wherever it was written")
  func values() throws {
    let failure = try failure {
      for author in try catalogue.database.query("SELECT * FROM author WHERE name <> 'secret-1'") {
        let id: Int = try author.value("id")
        _ = try catalogue.database.query(
          "SELECT * FROM book WHERE authorId = \(id) AND title <> 'secret-2'")
      }
    }
    #expect(failure.contains("100 different values"))
    #expect(!failure.contains("secret"))
  }

  @Test("What flaps is said where a budget is exceeded as well")
  func flapping() throws {
    var calls = 0
    let failure = try failure {
      calls += 1
      for book in try catalogue.authors() { _ = try catalogue.books(of: book) }
      if calls == 2 { _ = try catalogue.database.query("SELECT count(*) FROM review") }
    }
    #expect(failure.contains("Two runs on the same rows (authors 1) differed:"))
  }

  struct Refused: Error {}

  @Test("A diagnosis that ends with an error costs the line, and not the verdict")
  func failedDiagnosis() throws {
    var calls = 0
    let failure = try failure {
      calls += 1
      // One to warm up, three measured, one repeated.
      if calls == 6 { throw Refused() }
      for author in try catalogue.authors() { _ = try catalogue.books(of: author) }
    }
    #expect(calls == 6)
    #expect(
      failure == """
        GET /authors exceeds its budget: constant expected, 1 + authors found.

          authors  1  10  100
          queries  2  11  101

          grows by 1 per author
            SELECT * FROM book WHERE authorId = ?
            1, 10, 100 runs.
            The line can't be told: the run that was to find it ended with an error (Refused()).
        """)
    #expect(try catalogue.authors().isEmpty)
  }

  @Test("A statement that is written for one value or for a list has the lines of both")
  func oneOrMany() throws {
    let failure = try failure {
      for author in try catalogue.authors() {
        let id: Int = try author.value("id")
        _ = try self.author(id)
        _ = try catalogue.database.query("SELECT * FROM author WHERE id IN (?, ?)", [id, -id])
      }
    }
    #expect(failure.contains("(100 of 200 runs), at CallSiteTests.swift:20 in"))
    #expect(failure.contains("(100 of 200 runs), at CallSiteTests.swift:"))
    #expect(!failure.contains("can't be told"))
  }

  @Test("How each table is reached is in the measurement, aliases resolved")
  func accesses() throws {
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
    ) {
      try catalogue.database.query(
        "SELECT * FROM author a CROSS JOIN book AS b ON b.authorId = a.id")
    }
    let statement = try #require(result.growth.statements.first)
    #expect(
      result.growth.measurement.accesses(of: statement).map(\.description)
        == ["author scanned", "book by index book_authorId"])
  }
}
