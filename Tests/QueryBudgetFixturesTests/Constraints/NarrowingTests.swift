import QueryBudget
import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// What is left of a column's values.
@Suite("Narrowing")
struct NarrowingTests {
  private static func facts(_ check: String) throws -> Facts {
    let table = try PlannedTable(
      "CREATE TABLE t(a INT, b INT, r REAL, x TEXT, y TEXT, d DATE, CHECK (\(check)))"
    ).table
    let rules = TableRules(table)
    var narrower = Narrower(table: table, isFree: { _ in true }, constant: Self.constant)
    for part in rules.parts { narrower.apply(part.alternatives.ways[0]) }
    return narrower.result()
  }

  private static func constant(_ expression: Expression) -> SQLiteValue? {
    try? RecordingDatabase(.inMemory).query("SELECT \(expression.sql)")[0].values[0]
  }

  private func domain(_ column: String, _ check: String) throws -> ValueDomain {
    try Self.facts(check)[column].domain
  }

  @Test func ranges() throws {
    #expect(try domain("a", "a > 3 AND 10 >= a") == ValueDomain(lower: 4, upper: 10))
    #expect(try domain("a", "NOT (a < 3 OR a > 5)") == ValueDomain(lower: 3, upper: 5))
    #expect(try domain("a", "a * 10 > 35") == ValueDomain(lower: 4))
    #expect(try domain("a", "a + b <= 10 AND b >= 2") == ValueDomain(lower: 0, upper: 5))
    #expect(try domain("r", "r > 0 AND r < 1") == ValueDomain(lower: 0.001, upper: 0.999))
    #expect(try domain("a", "a % 4 = 0 AND a % 6 = 0") == ValueDomain(multipleOf: 12))
    let day = try domain("d", "d >= '1970-01-02' AND d < '2000-03-01 00:00:00'")
    #expect(day.lower == 86_400 && day.upper == 951_868_799 && day.format == .date)
  }

  @Test func lists() throws {
    #expect(try domain("a", "a IN (1, 2, 3) AND a <> 2") == ValueDomain(choices: [1, 3]))
    #expect(try domain("a", "a = 1 OR a = 5 OR a IN (9)").choices == [1, 5, 9])
    #expect(try domain("x", "x IN ('a', 'bcd') AND length(x) > 1").choices == ["bcd"])
    #expect(try domain("x", "x IS NULL OR x = 'y'").choices == ["y"])
    #expect(try Self.facts("a = 1 AND a = 2").isImpossible)
    #expect(try Self.facts("a > 5 AND a < 3").isImpossible)
    #expect(try Self.facts("a IS NULL AND a IS NOT NULL").isImpossible)
  }

  @Test func texts() throws {
    #expect(try domain("x", "length(x) BETWEEN 2 AND 4") == ValueDomain(lengths: 2...4))
    #expect(try domain("x", "x <> ''").lengths == 1...1_000_000)
    #expect(try domain("x", "x = upper(x)").letterCase == .upper)
    #expect(try domain("x", "typeof(x) IN ('null', 'text')").storageClass == "text")
    #expect(try domain("x", "x IS date(x)").format == .date)
    #expect(try domain("x", "json_valid(x) AND json_type(x) = 'array'").format == .jsonArray)
    #expect(
      try domain("x", "x LIKE 'a\\_%' ESCAPE '\\' AND x GLOB '*[0-3]?'").shape
        == [.literal("a_"), .any, .oneOf("0123"), .oneOf("")])
    #expect(try domain("x", "x NOT GLOB '*[^a-c]*'").alphabet == "abc")
    #expect(try domain("x", "x NOT LIKE '% %'").alphabet?.contains(" ") == false)
  }

  @Test func orders() throws {
    let facts = try Self.facts("a < b AND b <= r AND a > 5 AND r < 50")
    #expect(facts["a"].domain.slice == ValueDomain.Slice(index: 0, count: 3))
    #expect(facts["b"].domain.slice == ValueDomain.Slice(index: 1, count: 3))
    #expect(facts["r"].domain.slice == ValueDomain.Slice(index: 2, count: 3))
    #expect(facts["b"].domain.lower == 6 && facts["b"].domain.upper == 50)
    #expect(try Self.facts("a < b AND b < a")["a"].domain.slice == nil)
    #expect(try Self.facts("julianday(y) - julianday(x) > 3")["y"].domain.slice?.index == 1)
  }

  @Test func nulls() throws {
    let facts = try Self.facts("(a IS NULL) <> (b IS NULL)")
    #expect([facts["a"].isNull, facts["b"].isNull].sorted { !$0 && $1 } == [false, true])
    let one = try Self.facts("(a IS NOT NULL) + (b IS NOT NULL) + (x IS NOT NULL) = 2")
    #expect(["a", "b", "x"].filter { one[$0].isNull }.count == 1)
  }

  @Test(
    "moments are seconds since 1970",
    arguments: [
      ("1970-01-01", 0.0), ("1969-12-31", -86_400), ("2000-02-29 23:59:59", 951_868_799),
      ("2026-01-31T13:45", 1_769_867_100), ("0001-01-01", -62_135_596_800),
    ])
  func moments(_ text: String, _ seconds: Double) throws {
    #expect(SQLMoment.seconds(text)?.seconds == seconds)
    let database = try RecordingDatabase(.inMemory)
    let found = try database.query("SELECT strftime('%s', ?) + 0.0", [text])[0].values[0]
    #expect(Double(found) == seconds)
  }
}
