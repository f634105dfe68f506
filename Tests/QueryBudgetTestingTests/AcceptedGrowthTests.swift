import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// Growth that is known, and accepted with a reason.
@Suite struct AcceptedGrowthTests {
  static let books = "SELECT * FROM book WHERE authorId = 7"
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private func measure(
    accepting accepted: [AcceptedGrowth],
    _ call: () throws -> Void
  ) throws -> GrowthResult {
    try verifyQueryGrowth(
      "GET /authors", on: catalogue.recorder, accepting: accepted,
      populate: { try catalogue.addAuthors($0) }, whenCalling: call)
  }

  private func lazyBooks() throws {
    for author in try catalogue.authors() { _ = try catalogue.books(of: author) }
  }

  @Test("What is accepted passes, whatever its values")
  func accepted() throws {
    let accepted = AcceptedGrowth.statement(
      Self.books, atMost: .perRow(1), because: "Cached in production.")
    #expect(try measure(accepting: [accepted], lazyBooks).verdict == .within)
  }

  @Test("An accepted growth may fall")
  func fallen() throws {
    let accepted = AcceptedGrowth.statement(
      Self.books, atMost: .perRow(3), because: "Cached in production.")
    #expect(try measure(accepting: [accepted], lazyBooks).verdict == .within)
    let constant = try measure(accepting: [accepted]) {
      for author in try catalogue.authors().prefix(1) { _ = try catalogue.books(of: author) }
    }
    #expect(constant.verdict == .within)
  }

  @Test("An accepted growth must not rise")
  func risen() throws {
    let accepted = AcceptedGrowth.statement(
      Self.books, atMost: .perRow(1), because: "Cached in production.")
    let result = try measure(accepting: [accepted]) {
      try lazyBooks()
      try lazyBooks()
    }
    #expect(result.verdict == .exceeded)
    let failure = try #require(result.failure)
    #expect(
      failure.contains("GET /authors exceeds its budget: growth above what was accepted."))
    #expect(
      failure.contains(
        "grows by 2 per author, where at most 1 per row was accepted (Cached in production.), at "))
  }

  @Test("The next one is not accepted with it")
  func another() throws {
    let accepted = AcceptedGrowth.statement(
      Self.books, atMost: .perRow(1), because: "Cached in production.")
    let result = try measure(accepting: [accepted]) {
      try lazyBooks()
      for author in try catalogue.authors() {
        _ = try catalogue.database.query(
          "SELECT title FROM book WHERE authorId = ?", [try author.value("id", as: Int.self)])
      }
    }
    #expect(result.verdict == .exceeded)
    let failure = try #require(result.failure)
    #expect(failure.contains("\n    SELECT title FROM book WHERE authorId = ?"))
    #expect(failure.contains("\n  accepted (Cached in production.): SELECT * FROM book"))
  }

  @Test("An acceptance that no statement needs fails, and says so")
  func unused() throws {
    let accepted = AcceptedGrowth.statement(
      "SELECT * FROM shop WHERE id = ?", atMost: .perRow(1), because: "Long gone.")
    let result = try measure(accepting: [accepted]) { _ = try catalogue.authors() }
    #expect(
      result.failure == """
        GET /authors accepts growth that is not there.

          authors  1  10  100
          queries  1   1    1

          accepted (Long gone.), and no such statement ran: remove it, or mend its SQL
            SELECT * FROM shop WHERE id = ?
        """)
  }

  @Test("An acceptance needs a reason")
  func reason() throws {
    let accepted = AcceptedGrowth.statement(Self.books, atMost: .perRow(1), because: " ")
    let error = #expect(throws: HarnessError.self) {
      try measure(accepting: [accepted], lazyBooks)
    }
    #expect(error?.description.contains("accepted without a reason") == true)
  }
}
