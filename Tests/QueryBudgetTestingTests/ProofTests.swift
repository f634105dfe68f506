import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// A pass that could not have failed is not a pass.
@Suite struct ProofTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  @Test("G13: nothing is inserted")
  func nothingInserted() throws {
    try catalogue.addAuthors(5)
    let result = try verifyQueryGrowth("GET /authors", on: catalogue.recorder) { _ in
    } whenCalling: {
      try catalogue.authors()
    }
    #expect(result.verdict == .inconclusive([.nothingGrew(Axis("rows", scales: [1, 10, 100]))]))
    #expect(result.growth.measurement.axes.map(\.name) == ["rows"])
  }

  @Test("G14: a page limit")
  func pageLimit() throws {
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
    ) {
      try catalogue.database.query("SELECT * FROM author LIMIT 3")
    }
    let axis = Axis("authors", scales: [1, 10, 100])
    let statement = Fingerprint(of: "SELECT * FROM author LIMIT 3")
    #expect(
      result.verdict == .inconclusive([.pageLimit(axis, size: 3, rows: [1, 3, 3], statement)]))
    #expect(
      result.failure == """
        GET /authors is inconclusive: this run could not have failed.

          authors  1  10  100
          queries  1   1    1

          It reads a page of 3 rows and no more, 1, 3, 3 at 1, 10, 100 authors: SELECT * FROM author \
        LIMIT ?. Choose scales within the page, such as [1, 2, 3], ask for a larger page, or say \
        `reading: .sameRows` if it reads the same rows by design.
        """)
  }

  @Test("G14: the same rows by design, which the call says")
  func sameRows() throws {
    let result = try verifyQueryGrowth(
      "GET /authors/1", on: catalogue.recorder, reading: .sameRows,
      populate: { try catalogue.addAuthors($0) }
    ) {
      try catalogue.database.query("SELECT * FROM author WHERE id = 1")
    }
    #expect(result.verdict == .within)
  }

  @Test("A filter that the new rows don't pass")
  func filter() throws {
    let result = try verifyQueryGrowth(
      "GET /authors?name=Nobody", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
    ) {
      try catalogue.database.query("SELECT * FROM author WHERE name = 'Nobody'")
    }
    #expect(
      result.failure == """
        GET /authors?name=Nobody is inconclusive: this run could not have failed.

          authors  1  10  100
          queries  1   1    1

          The table author grew (1, 10, 100 rows), and SELECT * FROM author WHERE name = ? found \
        nothing of it. See that the new rows pass its condition, and that the record it looks for is \
        there (a 404?), or say `reading: .sameRows` if it reads the same rows by design.
        """)
  }

  struct Refused: Error {}

  @Test("G15: what the closure throws is thrown, and the database is put back")
  func throwing() throws {
    try catalogue.addAuthors(2)
    #expect(throws: Refused.self) {
      try verifyQueryGrowth(
        "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
      ) {
        if try catalogue.authors().count > 10 { throw Refused() }
      }
    }
    #expect(try catalogue.authors().count == 2)
    #expect(throws: Refused.self) {
      try verifyQueryGrowth("GET /authors", on: catalogue.recorder) { count in
        try catalogue.addAuthors(count)
        if count == 10 { throw Refused() }
      } whenCalling: {
        try catalogue.authors()
      }
    }
    #expect(try catalogue.authors().count == 2)
  }

  @Test("G16: a closure that keeps its first result")
  func memoised() throws {
    var kept: [Row]?
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
    ) {
      if kept == nil { kept = try catalogue.authors() }
    }
    #expect(result.verdict == .inconclusive([.ranOnlyOnce]))
    #expect(result.failure?.contains("keeps its first result") == true)
  }

  @Test("G17: nothing ran")
  func nothingRan() throws {
    let result = try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) },
      whenCalling: {})
    #expect(result.verdict == .inconclusive([.nothingRan]))
  }

  @Test(
    "G18: scales that don't rise are refused",
    arguments: [[2, 2], [1], [], [-1, 10], [10, 1], [1, 10, 10]])
  func scales(scales: [Int]) throws {
    let error = #expect(throws: HarnessError.self) {
      try verifyQueryGrowth(
        "GET /authors", on: catalogue.recorder, scales: scales,
        populate: { try catalogue.addAuthors($0) }
      ) {
        try catalogue.authors()
      }
    }
    #expect(error?.description.contains("each larger than the one before") == true)
  }

  @Test("A recorder without a connection, or one that only counts, is refused")
  func recorders() throws {
    for recorder in [StatementRecorder(), StatementRecorder(detail: .counts)] {
      #expect(throws: HarnessError.self) {
        try verifyQueryGrowth("GET /authors", on: recorder) { _ in
        } whenCalling: {
        }
      }
    }
  }

  @Test("R19: rows that are inserted between the runs belong to no recording")
  func fixtures() throws {
    let outer = try catalogue.recorder.record {
      try catalogue.addAuthors(50)
    }
    #expect(outer.queryCount == 0)
  }

  @Test("An open cursor keeps the database from being put back, and the error says so")
  func openTransaction() throws {
    let error = #expect(throws: HarnessError.self) {
      try verifyQueryGrowth(
        "GET /authors", on: catalogue.recorder, populate: { try catalogue.addAuthors($0) }
      ) {
        try catalogue.database.execute("BEGIN; SELECT * FROM author")
      }
    }
    #expect(error?.description.contains("end every open transaction") == true)
  }
}
