import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// SQLite's own word on rows that are tried.
@Suite("Laboratory")
struct LaboratoryTests {
  private func laboratory(_ statements: String...) throws -> Laboratory {
    try #require(Laboratory(try PlannedTable(statements).table))
  }

  private func answers(_ outcome: Laboratory.Outcome) -> [SQLiteValue]? {
    if case .stored(let values) = outcome { values } else { nil }
  }

  private func code(_ outcome: Laboratory.Outcome) -> Int32? {
    if case .refused(let error) = outcome { error.code } else { nil }
  }

  @Test("knows affinities, collations and generated columns, and asks CHECKs one by one")
  func stored() throws {
    let laboratory = try laboratory(
      "CREATE TABLE t(a INT CHECK (a > 5), b TEXT COLLATE NOCASE, c AS (a + 1), p REFERENCES gone)")
    let outcome = laboratory.outcome(
      of: ["3", "X", 7], asking: ["typeof(a)", "(a > 5) IS NOT FALSE", "b = 'x'", "c"])
    #expect(answers(outcome) == ["integer", 0, 1, 4])
    #expect(laboratory.constant("1 + 1") == 2)
    #expect(laboratory.constant("nonsense(1)") == nil)
  }

  @Test("says what refuses a row")
  func refused() throws {
    let laboratory = try laboratory(
      "CREATE TABLE t(a INT NOT NULL, b TEXT) STRICT",
      "CREATE UNIQUE INDEX i ON t(lower(b)) WHERE a > 1")
    #expect(code(laboratory.outcome(of: [nil, "x"], asking: [])) == 1299)
    #expect(code(laboratory.outcome(of: ["one", "x"], asking: [])) == 3091)
    #expect(laboratory.keep([2, "x"]) == nil)
    #expect(laboratory.keep([2, "X"])?.message == "UNIQUE constraint failed: index 'i'")
    #expect(laboratory.keep([1, "X"]) == nil)
    laboratory.clear()
    #expect(laboratory.keep([2, "X"]) == nil)
  }

  @Test("has stand-ins for functions and collations of the application")
  func standIns() throws {
    let sql =
      "CREATE TABLE t(a TEXT COLLATE german CHECK (luhn(a) AND valid(a, 1)), UNIQUE (a))"
    let column = FixtureColumn(
      name: "a", declaredType: "TEXT", isNotNull: false, defaultSQL: nil, isGenerated: false)
    let table = FixtureTable(
      schema: "main", name: "t", kind: .table, isStrict: false, hasRowid: true,
      isAutoincrement: false, columns: [column], primaryKey: [], rowidColumn: nil, uniqueKeys: [],
      references: [], checks: TableDefinition(sql).checks, sql: sql)
    let laboratory = try #require(Laboratory(table))
    #expect(laboratory.unknownFunctions == ["LUHN", "VALID"])
    #expect(laboratory.keep(["x"]) == nil)
    #expect(laboratory.keep(["y"]) == nil)
    #expect(laboratory.keep(["x"])?.code == 2067)
  }

  @Test("is not there for what can't be made again")
  func unavailable() throws {
    let table = FixtureTable(
      schema: "main", name: "t", kind: .virtual(module: "gone"), isStrict: false, hasRowid: true,
      isAutoincrement: false, columns: [], primaryKey: [], rowidColumn: nil, uniqueKeys: [],
      references: [], checks: [], sql: "CREATE VIRTUAL TABLE t USING gone")
    #expect(Laboratory(table) == nil)
  }
}
