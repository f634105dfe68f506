import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// What can't be solved is told with the rule and the way out.
@Suite("No value")
struct NoValueTests {
  static let cases: [(String, String?, String)] = [
    (
      "code TEXT NOT NULL CHECK (code <> code)", "code",
      "No value was found for code of ticket that meets CHECK (code <> code): give it, as in "
        + #"create("ticket", ["code": …])."#
    ),
    (
      "n INT NOT NULL CONSTRAINT odd CHECK (n * n = 2)", "n",
      "No value was found for n of ticket that meets CHECK odd (n * n = 2): give it, as in "
        + #"create("ticket", ["n": …])."#
    ),
    (
      "n INT NOT NULL CHECK (n > 5 AND n < 3)", "n",
      "No value was found for n of ticket that meets CHECK (n > 5 AND n < 3): give it, as in "
        + #"create("ticket", ["n": …])."#
    ),
    (
      "low INT NOT NULL, high INT NOT NULL, CHECK (low < high), CHECK (high < low)", "low",
      "No values were found for low and high of ticket that meet CHECK (low < high): give them, as "
        + #"in create("ticket", ["low": …, "high": …])."#
    ),
    (
      "digest TEXT NOT NULL CHECK (hex(digest) LIKE '%0000000000%' AND length(digest) = 3)",
      "digest",
      "No value was found for digest of ticket that meets CHECK (hex(digest) LIKE '%0000000000%' "
        + #"AND length(digest) = 3): give it, as in create("ticket", ["digest": …])."#
    ),
  ]

  @Test("is told", arguments: cases)
  func told(_ columns: String, column: String?, message: String) throws {
    let table = try PlannedTable("CREATE TABLE ticket(id INTEGER PRIMARY KEY, \(columns))")
    let error = try #require(throws: FixtureError.self) { try table.plan(10) }
    #expect(error.description == message)
    #expect(error.table == "ticket" && error.column == column)
  }

  @Test("a function that only the application has is not judged, everything else is")
  func unknownFunction() throws {
    let table = try PlannedTable("CREATE TABLE other(a)")
    let columns = ["code", "n"].map { name in
      FixtureColumn(
        name: name, declaredType: name == "n" ? "INT" : "TEXT", isNotNull: true, defaultSQL: nil,
        isGenerated: false)
    }
    let sql =
      "CREATE TABLE ticket(code TEXT NOT NULL CHECK (luhn(code)), n INT NOT NULL CHECK (n % 9 = 4) COLLATE app)"
    let ticket = FixtureTable(
      schema: "main", name: "ticket", kind: .table, isStrict: false, hasRowid: true,
      isAutoincrement: false, columns: columns, primaryKey: [], rowidColumn: nil, uniqueKeys: [],
      references: [], checks: TableDefinition(sql).checks, sql: sql)
    let plan = try ValuePlanner(ticket).plan(ValueRequest(count: 10))
    guard case .series(let series)? = plan.decisions["n"] else {
      Issue.record("no series")
      return
    }
    #expect((1...10).allSatisfy { (Int(series.value(at: $0)) ?? 0) % 9 == 4 })
    #expect(plan.decisions["code"] != nil)
    _ = table
  }
}
