import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Values that the caller gives stay as they are; the others adapt to them.
@Suite("Given values")
struct GivenValueTests {
  private static let ticket = """
    CREATE TABLE ticket(id INTEGER PRIMARY KEY,
      status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'doing', 'done')), done_at TEXT,
      CHECK (status <> 'done' OR done_at IS NOT NULL), CHECK (done_at IS NULL OR status = 'done'))
    """

  @Test("the same for all rows")
  func constant() throws {
    let table = try PlannedTable(Self.ticket)
    try table.fill(20, ["status": .given(["done"])])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE done_at IS NOT NULL") == [20])
    try table.fill(20, ["status": .given(["doing"])])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE done_at IS NULL") == [20])
    try table.fill(20, ["done_at": .given(["2026-01-31"])])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE status = 'done'") == [40])
    try table.fill(20, ["done_at": .given([.null])])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE done_at IS NULL") == [40])
  }

  @Test("another one for each row, and none for some")
  func varied() throws {
    let table = try PlannedTable(Self.ticket)
    let status: [SQLiteValue?] = (0..<30).map { ["open", "done", nil][$0 % 3] }
    try table.fill(30, ["status": .given(status)])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE done_at IS NOT NULL") >= [10])
    #expect(try table.column("SELECT count(*) FROM ticket WHERE status = 'done'") >= [10])
  }

  @Test("bounds that are given, one or many")
  func bounds() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, low INT, high INT, "
        + "CHECK (starts_at < ends_at), CHECK (low < high))")
    try table.fill(20, ["starts_at": .given(["2031-05-01 10:00:00"]), "low": .given([987_654])])
    try table.fill(20, ["ends_at": .given(["1999-05-01"]), "high": .given([-5])])
    let starts = (1...20).map { SQLiteValue.text("20\(10 + $0)-01-01") }
    let highs = (1...20).map { SQLiteValue.integer($0 * $0) }
    let plan = try table.fill(20, ["starts_at": .given(starts), "high": .given(highs)])
    #expect(try table.column("SELECT count(*) FROM t") == [60])
    guard case .series? = plan.decisions["ends_at"] else {
      Issue.record("One series would do for all rows.")
      return
    }
  }

  @Test("a value that breaks a CHECK by itself is the database's to refuse")
  func refused() throws {
    let table = try PlannedTable(Self.ticket)
    let error = try #require(throws: SQLiteError.self) {
      try table.fill(1, ["status": .given(["gone"])])
    }
    #expect(error.message.contains("CHECK constraint failed: status IN ('open', 'doing', 'done')"))
  }

  @Test("of unique keys")
  func keys() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(a TEXT, b INT NOT NULL CHECK (b IN (1, 2, 3)), c TEXT, UNIQUE (a, b))")
    try table.fill(3, ["a": .given(["x"])])
    try table.fill(3, ["b": .given([1])])
    let error = try #require(throws: FixtureError.self) { try table.plan(4, ["a": .given(["x"])]) }
    #expect(
      error.description == "a and b of t must be unique and can have 3 values, but 4 rows are to "
        + "differ in it: ask for 3 rows at most, or widen what the schema allows there.")
  }

  @Test("a foreign key is left empty where a condition wants it, and only there")
  func foreignKeys() throws {
    let definition = """
      CREATE TABLE t(id INTEGER PRIMARY KEY, a_id INT REFERENCES a, b_id INT REFERENCES b,
        c_id INT REFERENCES c, CHECK ((a_id IS NULL) <> (b_id IS NULL)))
      """
    let table = try PlannedTable(definition)
    let links: [String: ColumnLink] = ["a_id": .distinct, "b_id": .distinct, "c_id": .distinct]
    let plan = try table.fill(10, links)
    #expect(plan.decisions.filter { $0.value == .null }.count == 1)
    #expect(plan.decisions["c_id"] == nil)
    let other = try table.fill(10, ["a_id": .given([7]), "b_id": .distinct, "c_id": .same])
    #expect(other.decisions["b_id"] == .null)
    let third = try table.fill(10, ["a_id": .given([.null]), "b_id": .distinct, "c_id": .same])
    #expect(third.decisions["b_id"] == nil)
  }

  @Test("a row that is the first of its table has no parent")
  func roots() throws {
    let table = try PlannedTable(
      """
      CREATE TABLE post(id INTEGER PRIMARY KEY, kind INT NOT NULL CHECK (kind BETWEEN 1 AND 8),
        parent INT REFERENCES post, CHECK (kind <> 2 OR parent IS NOT NULL),
        CHECK (parent IS NULL OR kind = 2))
      """)
    let plan = try table.fill(10, ["parent": .distinct])
    #expect(plan.decisions["parent"] == .null)
  }

  @Test("CHECKs on the value of a foreign key are the database's affair")
  func parents() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, plate TEXT REFERENCES car CHECK (plate LIKE 'A%'), "
        + "n INT CHECK (n > 5))")
    let plan = try table.plan(10, ["plate": .distinct])
    #expect(plan.decisions["plate"] == nil)
    #expect(plan.decisions["n"] != nil)
  }
}

extension [SQLiteValue] {
  static func >= (one: Self, other: Self) -> Bool {
    (Int(one[0]) ?? 0) >= (Int(other[0]) ?? 0)
  }
}
