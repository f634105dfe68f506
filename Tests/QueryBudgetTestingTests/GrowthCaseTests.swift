import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// The acceptance cases of growth, against real SQLite.
@Suite struct GrowthCaseTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  func measure(
    _ name: String = "GET /authors",
    atMost budget: GrowthBudget = .constant,
    growing axis: String? = nil,
    scales: [Int] = [1, 10, 100],
    reading: RowsRead = .growing,
    _ call: () throws -> Void
  ) throws -> GrowthResult {
    try verifyQueryGrowth(
      name, atMost: budget, on: catalogue.recorder, growing: axis, scales: scales,
      reading: reading, populate: { try catalogue.addAuthors($0) }, whenCalling: call)
  }

  @Test("G1: the same number at every scale is constant")
  func constant() throws {
    let result = try measure {
      _ = try catalogue.authors()
      _ = try catalogue.database.query("SELECT count(*) FROM book")
    }
    #expect(result.verdict == .within)
    #expect(result.growth.counts == [2, 2, 2])
    #expect(result.growth.law.description == "2")
    #expect(result.failure == nil)
  }

  @Test("G2: a query per author is an N+1")
  func onePerAuthor() throws {
    let result = try measure {
      for author in try catalogue.authors() { _ = try catalogue.books(of: author) }
    }
    #expect(result.growth.counts == [2, 11, 101])
    #expect(
      result.failure == """
        GET /authors exceeds its budget: constant expected, 1 + authors found.

          authors  1  10  100
          queries  2  11  101

          grows by 1 per author, at Catalogue.swift:45 in Catalogue.books(of:)
            SELECT * FROM book WHERE authorId = ?
            100 runs, 100 different values: one query per author (N+1).
            It runs for each row of: SELECT * FROM author ORDER BY id
            book.authorId references author.id: load the book rows of all author rows at once \
        with WHERE book.authorId IN (…), or with one join.
            Plan: book by index book_authorId.
        """)
  }

  @Test("G4: two nested lazy levels are two statements")
  func nestedLevels() throws {
    let result = try measure {
      for author in try catalogue.authors() {
        for book in try catalogue.books(of: author) { _ = try catalogue.reviews(of: book) }
      }
    }
    #expect(result.growth.counts == [4, 31, 301])
    #expect(
      result.failure == """
        GET /authors exceeds its budget: constant expected, 1 + 3*authors found.

          authors  1  10  100
          queries  4  31  301

          grows by 2 per author, at Catalogue.swift:50 in Catalogue.reviews(of:)
            SELECT * FROM review WHERE bookId = ?
            200 runs, 200 different values: 2 queries per author (N+1).
            It runs for each row of: SELECT * FROM book WHERE authorId = ?
            review.bookId references book.id: load the review rows of all book rows at once with \
        WHERE review.bookId IN (…), or with one join.
            Plan: review by index review_bookId.

          grows by 1 per author, at Catalogue.swift:45 in Catalogue.books(of:)
            SELECT * FROM book WHERE authorId = ?
            100 runs, 100 different values: one query per author (N+1).
            It runs for each row of: SELECT * FROM author ORDER BY id
            book.authorId references author.id: load the book rows of all author rows at once \
        with WHERE book.authorId IN (…), or with one join.
            Plan: book by index book_authorId.
        """)
  }

  @Test("G3: one statement for all, whatever the length of its list")
  func inList() throws {
    let result = try measure {
      let ids = try catalogue.authors().map { try $0.value("id", as: Int.self) }
      let places = ids.map { _ in "?" }.joined(separator: ", ")
      _ = try catalogue.database.query("SELECT * FROM book WHERE authorId IN (\(places))", ids)
    }
    #expect(result.verdict == .within)
    #expect(result.growth.statements.count == 2)
  }

  @Test("G5: the first level is eager, so the second alone is blamed")
  func secondLevel() throws {
    let result = try measure {
      _ = try catalogue.authors()
      for book in try catalogue.database.query("SELECT * FROM book ORDER BY id") {
        _ = try catalogue.reviews(of: book)
      }
    }
    #expect(
      result.growth.growing.map(\.shape.fingerprint.sql) == [
        "SELECT * FROM review WHERE bookId = ?"
      ])
    #expect(result.growth.law.description == "2 + 2*authors")
  }

  @Test("G6: the same query with the same value is no N+1")
  func sameValue() throws {
    try catalogue.database.execute("CREATE TABLE setting(id INTEGER PRIMARY KEY, name TEXT)")
    let result = try measure {
      for _ in try catalogue.authors() {
        _ = try catalogue.database.query("SELECT * FROM setting WHERE id = ?", [1])
      }
    }
    #expect(result.verdict == .exceeded)
    let failure = try #require(result.failure)
    #expect(failure.contains("100 runs with the same value: run it once and keep the result."))
    #expect(!failure.contains("N+1"))
  }

  @Test("G6: some values repeat, and the text says how many differ")
  func fewValues() throws {
    let result = try measure {
      for (index, author) in try catalogue.authors().enumerated() {
        let id = index % 4
        _ = try catalogue.database.query("SELECT * FROM book WHERE authorId = ?", [id])
        _ = author
      }
    }
    #expect(
      result.failure?.contains(
        "100 runs, 4 different values: load them at once and keep the results.") == true)
  }

  @Test("G7: constant totals whose statements shift")
  func shift() throws {
    let result = try measure(scales: [1, 2, 10]) {
      let authors = try catalogue.authors()
      for author in authors { _ = try catalogue.books(of: author) }
      for _ in 0..<(10 - authors.count) {
        _ = try catalogue.database.query("SELECT count(*) FROM book")
      }
    }
    #expect(result.growth.counts == [11, 11, 11])
    #expect(result.growth.growing.map(\.shape.tables) == [["book"]])
    #expect(result.verdict == .exceeded)
  }

  @Test("G8: 21, 22, 24 at 1, 2, 4 is 20 + n")
  func twentyPlus() throws {
    let result = try measure(scales: [1, 2, 4]) {
      for _ in 0..<19 { _ = try catalogue.database.query("SELECT count(*) FROM book") }
      for author in try catalogue.authors() { _ = try catalogue.books(of: author) }
    }
    #expect(result.growth.counts == [21, 22, 24])
    #expect(result.growth.law.description == "20 + authors")
  }

  @Test("G9: batches of ten")
  func batches() throws {
    let call = {
      let ids = try catalogue.authors().map { try $0.value("id", as: Int.self) }
      for start in stride(from: 0, to: ids.count, by: 10) {
        let batch = Array(ids[start..<min(start + 10, ids.count)])
        let places = batch.map { _ in "?" }.joined(separator: ", ")
        _ = try catalogue.database.query(
          "SELECT * FROM book WHERE authorId IN (\(places))", batch)
      }
    }
    let constant = try measure { try call() }
    #expect(constant.growth.counts == [2, 2, 11])
    #expect(constant.verdict == .exceeded)
    #expect(try #require(constant.failure).contains("grows by one more per 10 authors"))
    #expect(try measure(atMost: .perRow(0.1)) { try call() }.verdict == .within)
  }

  @Test("G10: a query for each pair grows faster than the rows")
  func pairs() throws {
    let result = try measure(scales: [1, 2, 4]) {
      let authors = try catalogue.authors()
      for _ in authors {
        for author in authors { _ = try catalogue.books(of: author) }
      }
    }
    #expect(result.growth.counts == [2, 5, 17])
    #expect(try #require(result.failure).contains("grows faster than the authors: 1, 4, 16"))
  }

  @Test("G11: what is looked up the first time only is paid for by the warm-up run")
  func warmUp() throws {
    var isKnown = false
    let call = {
      if !isKnown {
        for _ in 0..<4 { _ = try catalogue.database.query("SELECT count(*) FROM review") }
      }
      isKnown = true
      _ = try catalogue.authors()
    }
    #expect(try measure { try call() }.verdict == .within)
    isKnown = false
    let cold = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, warmUp: false,
      populate: { try catalogue.addAuthors($0) },
      whenCalling: call)
    #expect(
      cold.verdict
        == .inconclusive([.countsFell(Axis("authors", scales: [1, 10, 100]), counts: [5, 1, 1])]))
  }

  @Test("G20: an update per row grows, and is called one")
  func updates() throws {
    let result = try measure {
      for author in try catalogue.authors() {
        try catalogue.database.execute(
          "UPDATE author SET name = 'New' WHERE id = ?", [try author.value("id", as: Int.self)])
      }
    }
    let failure = try #require(result.failure)
    #expect(failure.contains("100 runs, 100 different values: one update per author."))
  }
}
