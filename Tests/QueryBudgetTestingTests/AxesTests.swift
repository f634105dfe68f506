import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// G12: several things grow, each alone and all together.
@Suite struct AxesTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private func measure(_ call: () throws -> Void) throws -> GrowthResult {
    try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder,
      growing: ["authors": [1, 10, 50], "books": [1, 3, 9]]
    ) { counts in
      try catalogue.addAuthors(counts.authors, books: counts.books)
    } whenCalling: {
      try call()
    }
  }

  @Test("A query per book of each author is found on both axes")
  func product() throws {
    let result = try measure {
      for author in try catalogue.authors() {
        for book in try catalogue.books(of: author) { _ = try catalogue.reviews(of: book) }
      }
    }
    #expect(result.growth.law.description == "1 + authors + authors*books")
    #expect(result.growth.counts == [3, 21, 101, 5, 11, 41, 501])
    let failure = try #require(result.failure)
    #expect(
      failure.hasPrefix(
        """
        GET /authors exceeds its budget: constant expected, 1 + authors + authors*books found.

          authors  1  10   50  1   1  10   50
          books    1   1    1  3   9   3    9
          queries  3  21  101  5  11  41  501

          grows by 1 per author and book (authors*books), at \
        Catalogue.swift:50 in Catalogue.reviews(of:)
            SELECT * FROM review WHERE bookId = ?
            450 runs, 450 different values: one query per author and book (N+1).
        """))
    #expect(failure.contains("\n  grows by 1 per author, at "))
  }

  @Test("A query for each row of one axis blames that axis alone")
  func oneOfTwo() throws {
    let result = try measure {
      for author in try catalogue.authors() { _ = try catalogue.books(of: author) }
      _ = try catalogue.database.query("SELECT * FROM review")
    }
    #expect(result.growth.law.description == "2 + authors")
    #expect(result.growth.growing.map(\.law.growingAxes) == [["authors"]])
  }

  @Test("What is constant on every axis is within the budget")
  func constant() throws {
    let result = try measure {
      _ = try catalogue.authors()
      _ = try catalogue.database.query("SELECT * FROM book")
    }
    #expect(result.verdict == .within)
    #expect(result.growth.counts == [2, 2, 2, 2, 2, 2, 2])
  }

  @Test("An axis along which nothing more is read proves nothing, and is named")
  func unread() throws {
    let result = try measure { _ = try catalogue.authors() }
    let books = Axis("books", scales: [1, 3, 9])
    #expect(
      result.verdict == .inconclusive([.rowsStoppedGrowing(books, rows: [1, 1, 1])]))
  }

  @Test("An axis along which no table grows proves nothing")
  func notGrown() throws {
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, growing: ["authors": [1, 10], "shops": [1, 5]]
    ) {
      try catalogue.addAuthors($0.authors)
    } whenCalling: {
      try catalogue.authors()
    }
    #expect(result.verdict == .inconclusive([.nothingGrew(Axis("shops", scales: [1, 5]))]))
  }

  @Test("A misspelt axis is an error that names those there are")
  func misspelt() throws {
    let error = #expect(throws: UnknownAxis.self) {
      try verifyQueryGrowth(
        "GET /authors", on: catalogue.recorder, growing: ["authors": [1, 10], "books": [1, 5]]
      ) {
        try catalogue.addAuthors($0.autors)
      } whenCalling: {
        try catalogue.authors()
      }
    }
    #expect(
      error.map { "\($0)" } == "No axis autors: this measurement grows authors and books.")
  }

  @Test("Axes that can't be measured are refused, and named")
  func refused() throws {
    func error(_ axes: KeyValuePairs<String, [Int]>) -> String? {
      #expect(throws: HarnessError.self) {
        try verifyQueryGrowth("GET /authors", on: catalogue.recorder, growing: axes) { _ in
        } whenCalling: {
        }
      }?.description
    }
    #expect(error(["authors": [1, 10], "books": [5]])?.contains("[5] of the books") == true)
    #expect(error([:])?.contains("a name of its own") == true)
    #expect(error(["a": [1, 2], "a": [1, 2]])?.contains("a name of its own") == true)
  }
}
