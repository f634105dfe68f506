import QueryBudget
import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Expressions are read as SQLite reads them.
@Suite("Expressions")
struct ExpressionTests {
  private let parser = ExpressionParser(columns: ["a", "b", "Order", "c"])

  private func read(_ sql: String) -> Expression { parser.expression(SQLNode.nodes(of: sql)) }

  static let valued = [
    "1 + 2 * 3", "(1 + 2) * 3", "2 - 3 - 4", "10 / 4 % 2", "1 || 2 + 3", "- 2 * -3", "~5 & 6 | 1",
    "1 << 2 + 1", "1 < 2 = 1", "1 = 2 < 3", "3 > 2 > 1", "NOT 1 = 2", "NOT 0 AND 0", "1 OR 0 AND 0",
    "1 IN (1, 2) = 1", "2 BETWEEN 1 AND 3 AND 0", "2 NOT BETWEEN 1 AND 3", "NULL IS NULL = 1",
    "1 IS NOT 2", "NULL IS NOT DISTINCT FROM NULL", "1 IS DISTINCT FROM NULL", "1 NOTNULL",
    "NULL ISNULL", "1 NOT NULL", "'abc' LIKE 'A%'", "'a%' LIKE 'a!%' ESCAPE '!'",
    "'abc' NOT GLOB 'b*'",
    "CASE 1 WHEN 1 THEN 'x' ELSE 'y' END", "CASE WHEN 0 THEN 1 END", "CAST('12x' AS INTEGER) + 1",
    "'A' = 'a' COLLATE NOCASE", "length('abc') + abs(-3)", "coalesce(NULL, 2, 3)", "iif(0, 1, 2)",
    "x'0aff' = x'0AFF'", "0x10 + 1e2 + .5", "'it''s'", "TRUE + TRUE", "(1, 2) = (1, 2)",
    "'{\"n\":1}' ->> '$.n'", "1 /* two */ + -- three\n 2", "-1", "- -1", "+ 'x'", "1 <> 2 == 1",
    "9223372036854775807", "9223372036854775808", "2 IN ()", "NOT 1 IN (2)", "max(1, 2, 3) - 1",
    "'a' || 'b' COLLATE NOCASE = 'AB'", "1 BETWEEN 0 AND 2 = 1", "5 & 4 = 4",
    "1 != 2 AND 'x' <> 'y'",
  ]

  @Test("mean the same when they are written again", arguments: valued)
  func values(_ sql: String) throws {
    let expression = read(sql)
    #expect(!expression.isOpaque)
    let database = try RecordingDatabase(.inMemory)
    let row = try database.query("SELECT \(sql), \(expression.sql)")[0]
    #expect(row.values[0] == row.values[1])
  }

  @Test("know their columns, with or without quotes and table")
  func columns() {
    #expect(read("t.B > 1 AND [a] = \"order\" OR `c`").columns == ["b", "a", "Order", "c"])
    #expect(read("a = \"x\"") == .binary("=", .column("a"), .literal(.text("x"))))
    #expect(read("a = 'b'").columns == ["a"])
    #expect(read("lower(a)").functions == ["LOWER"])
  }

  @Test(
    "what can't be read stays as it is",
    arguments: [
      "a IN (SELECT 1)", "EXISTS (SELECT 1)", "a = CURRENT_DATE", "a = ", "a b", "a + (", "a >",
      "a IN b", "CASE a END",
    ])
  func opaque(_ sql: String) {
    #expect(read(sql) == .opaque(SQLNode.nodes(of: sql).sql, columns: read(sql).columns))
    #expect(read(sql).columns.first ?? "a" == "a")
  }

  @Test("columns are replaced")
  func replaced() {
    let expression = read("a + b > length(a)")
    #expect(expression.sql { $0 == "a" ? "?1" : nil } == "((?1 + \"b\") > \"LENGTH\"(?1))")
    #expect(expression.replacing { $0 == "a" ? .column("c") : nil } == read("c + b > length(c)"))
  }
}
