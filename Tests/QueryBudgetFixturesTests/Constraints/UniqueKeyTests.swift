import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Unique keys of every sort, kept by values that nobody gave.
@Suite("Unique keys")
struct UniqueKeyTests {
  static let schemas: [[String]] = [
    ["CREATE TABLE t(a TEXT UNIQUE)"], ["CREATE TABLE t(a INT PRIMARY KEY)"],
    ["CREATE TABLE t(a BLOB PRIMARY KEY) WITHOUT ROWID"],
    ["CREATE TABLE t(a TEXT, b INT, c REAL, PRIMARY KEY (c, a)) WITHOUT ROWID"],
    ["CREATE TABLE t(is_a BOOLEAN, is_b BOOLEAN, c TEXT, UNIQUE (is_a, is_b, c))"],
    ["CREATE TABLE t(a TEXT NOT NULL CHECK (a IN ('x', 'y', 'z')), b INT, UNIQUE (a, b))"],
    [
      """
      CREATE TABLE t(a INT NOT NULL CHECK (a BETWEEN 1 AND 40),
        b INT NOT NULL CHECK (b BETWEEN 1 AND 40), c INT NOT NULL CHECK (c BETWEEN 1 AND 40),
        UNIQUE (a, b), UNIQUE (b, c))
      """
    ],
    [
      """
      CREATE TABLE t(a INT NOT NULL CHECK (a IN (1, 2, 3, 4, 5, 6, 7)),
        b INT NOT NULL CHECK (b IN (1, 2, 3, 4, 5, 6, 7)), c CHAR(1) NOT NULL
        CHECK (c IN ('p', 'q', 'r', 's', 't', 'u', 'v')), UNIQUE (c, b, a))
      """
    ],
    ["CREATE TABLE t(a TEXT NOT NULL CHECK (a = 'x'), b NOT NULL UNIQUE, UNIQUE (a, b))"],
    ["CREATE TABLE t(a CHAR(2) COLLATE NOCASE UNIQUE, b TEXT UNIQUE COLLATE NOCASE)"],
    ["CREATE TABLE t(a TEXT COLLATE NOCASE UNIQUE CHECK (a GLOB '[A-Za-z][A-Za-z]'))"],
    ["CREATE TABLE t(a TEXT DEFAULT '' UNIQUE)", "INSERT INTO t VALUES ('')"],
    ["CREATE TABLE t(a TEXT NOT NULL DEFAULT 'x', b INT NOT NULL DEFAULT 0, UNIQUE (a, b))"],
    ["CREATE TABLE t(mail TEXT NOT NULL)", "CREATE UNIQUE INDEX i ON t(lower(trim(mail)))"],
    ["CREATE TABLE t(a TEXT NOT NULL)", "CREATE UNIQUE INDEX i ON t(substr(a, 1, 4))"],
    ["CREATE TABLE t(created_at TEXT)", "CREATE UNIQUE INDEX i ON t(date(created_at))"],
    ["CREATE TABLE t(a INT, b INT)", "CREATE UNIQUE INDEX i ON t(a / 10, b)"],
    ["CREATE TABLE t(n INT NOT NULL)", "CREATE UNIQUE INDEX i ON t(n / 3)"],
    ["CREATE TABLE t(a TEXT, b TEXT AS (upper(a)) UNIQUE)"],
    ["CREATE TABLE t(a INT, b INT, c INT AS (a * 1000 + b) STORED, UNIQUE (c))"],
    ["CREATE TABLE t(a TEXT, gone TEXT)", "CREATE UNIQUE INDEX i ON t(a) WHERE gone IS NULL"],
    [
      "CREATE TABLE t(is_main BOOLEAN NOT NULL)",
      "CREATE UNIQUE INDEX i ON t(is_main) WHERE is_main",
    ],
    [
      "CREATE TABLE t(kind TEXT NOT NULL CHECK (kind IN ('a', 'b')), state TEXT DEFAULT 'open')",
      "CREATE UNIQUE INDEX i ON t(kind) WHERE state = 'open'",
    ],
    [
      "CREATE TABLE t(tenant INT NOT NULL, is_default INT NOT NULL DEFAULT 1)",
      "CREATE UNIQUE INDEX i ON t(is_default) WHERE is_default = 1",
    ],
    ["CREATE TABLE t(is_only BOOLEAN UNIQUE CHECK (is_only IN (1)))"],
    ["CREATE TABLE t(a TEXT, slug TEXT UNIQUE, CHECK (slug = lower(a)))"],
    ["CREATE TABLE t(a TEXT UNIQUE CHECK (a = upper(a) AND length(a) = 3))"],
    ["CREATE TABLE t(a INT UNIQUE CHECK (a % 7 = 3))", "CREATE UNIQUE INDEX i ON t(a, a)"],
    ["CREATE TABLE t(a INT UNIQUE, b INT UNIQUE, CHECK (a + b = 5000))"],
    ["CREATE TABLE t(a INT UNIQUE CHECK (a & 5 = 4))"],
    ["CREATE TABLE t(low INT UNIQUE, high INT UNIQUE, CHECK (low < high))"],
    ["CREATE TABLE t(id INTEGER PRIMARY KEY, CHECK (id > 0))"],
    ["CREATE TABLE t(id INTEGER PRIMARY KEY, CHECK (id >= 1000))"],
  ]

  @Test("rows differ in them", arguments: schemas, [1, 120])
  func fill(_ schema: [String], count: Int) throws {
    let table = try PlannedTable(schema)
    let before = try table.column("SELECT count(*) FROM t")[0]
    try table.fill(count)
    let after = try table.column("SELECT count(*) FROM t")[0]
    #expect(Int(after) == (Int(before) ?? 0) + count)
  }

  /// What the same plan makes later goes on where it ended.
  @Test("numbers with a rest have room for many rows, and for those that are made later")
  func rests() throws {
    let table = try PlannedTable("CREATE TABLE t(a INTEGER NOT NULL UNIQUE CHECK (a % 2 = 1))")
    for first: Int64 in [1, 301, 601, 901] { try table.fill(300, from: first) }
  }

  @Test("rows that are made later differ, too", arguments: schemas)
  func goOn(_ schema: [String]) throws {
    // Nothing is left of what only a few rows can have.
    if schema[0].contains("is_only") { return }
    let table = try PlannedTable(schema)
    try table.fill(5)
    try table.fill(5, from: 6)
    try table.fill(5, from: 11)
  }

  @Test("of foreign keys and columns")
  func links() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(a INT, b INT, kind TEXT CHECK (kind IN ('x', 'y', 'z')), n INT, "
        + "UNIQUE (a, kind), UNIQUE (b, n))")
    try table.fill(300, ["a": .distinct, "b": .same])
    try table.database.execute("DELETE FROM t")
    try table.fill(300, ["a": .repeating(3), "b": .repeating(100)])
    try table.database.execute("DELETE FROM t")
    try table.fill(3, ["a": .same, "b": .given([1])])
    let given = (0..<300).map { SQLiteValue.integer($0) }
    try table.database.execute("DELETE FROM t")
    try table.fill(300, ["a": .given(given), "b": .same])
  }

  @Test("a partial index asks nothing of rows that it doesn't hold")
  func partial() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(parent INT, name TEXT NOT NULL, is_main BOOLEAN NOT NULL)",
      "CREATE UNIQUE INDEX i ON t(parent) WHERE is_main")
    try table.fill(10, ["parent": .same])
    #expect(try table.column("SELECT count(*) FROM t WHERE is_main") == [0])
    try table.database.execute("DELETE FROM t")
    try table.fill(10, ["parent": .distinct])
    #expect(try table.column("SELECT count(*) FROM t WHERE is_main") != [0])
  }

  static let shortages: [([String], Int, String)] = [
    (
      ["CREATE TABLE ticket(kind TEXT NOT NULL UNIQUE CHECK (kind IN ('a', 'b')))"], 100,
      "kind of ticket must be unique and can have 2 values, but 100 rows are to differ in it: "
        + "ask for 2 rows at most, or widen what the schema allows there."
    ),
    (
      [
        """
        CREATE TABLE ticket(kind TEXT NOT NULL CHECK (kind IN ('a', 'b')), is_open BOOLEAN NOT NULL
          CHECK (is_open IN (0, 1)), UNIQUE (kind, is_open))
        """
      ], 5,
      "kind and is_open of ticket must be unique and can have 4 values, but 5 rows are to differ "
        + "in it: ask for 4 rows at most, or widen what the schema allows there."
    ),
    (
      [
        "CREATE TABLE ticket(kind TEXT NOT NULL CHECK (kind IN ('a', 'B')))",
        "CREATE UNIQUE INDEX i ON ticket(lower(kind))",
      ], 3,
      "The unique index i of ticket must be unique and can have 2 values, but 3 rows are to differ "
        + "in it: ask for 2 rows at most, or widen what the schema allows there."
    ),
  ]

  @Test("too little room is told", arguments: shortages)
  func shortage(_ schema: [String], count: Int, message: String) throws {
    let table = try PlannedTable(schema)
    let error = try #require(throws: FixtureError.self) { try table.plan(count) }
    #expect(error.description == message)
    #expect(error.table == "ticket" && error.room == count - (count == 100 ? 98 : 1))
  }

  @Test("rows that share a parent need room of their own")
  func sharedShortage() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(p INT, kind TEXT NOT NULL CHECK (kind IN ('a', 'b')), UNIQUE (p, kind))")
    try table.fill(100, ["p": .repeating(2)])
    let error = try #require(throws: FixtureError.self) { try table.plan(100, ["p": .same]) }
    #expect(
      error.description
        == "p and kind of t must be unique and can have 2 values, but 100 rows are to differ in it: "
        + "let fewer rows share a parent, or widen what the schema allows there.")
  }
}
