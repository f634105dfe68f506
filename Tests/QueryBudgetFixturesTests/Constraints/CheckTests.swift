import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// CHECKs of every sort, each in a table of its own, met by values that nobody gave.
@Suite("CHECKs")
struct CheckTests {
  static let columns: [String] = [
    // Ranges.
    "a INTEGER NOT NULL CHECK (a > 17)", "a INT CHECK (a >= 1000000)", "a INT CHECK (-5 > a)",
    "a INTEGER NOT NULL CHECK (a BETWEEN 3 AND 4)", "a REAL CHECK (a > 0 AND a < 0.001)",
    "a REAL CHECK (0.5 <= a AND a <= 0.75)", "a NUMERIC CHECK (a < 0)",
    "a DECIMAL(5, 2) CHECK (a >= 0 AND a < 1000)", "a INTEGER CHECK (a NOT BETWEEN 1 AND 1000)",
    "a INTEGER CHECK (a > 9223372036854775000)", "a INTEGER CHECK (a <> 0 AND a <> 1 AND a <> 2)",
    "a INTEGER CHECK (abs(a) >= 10)", "a INTEGER CHECK (abs(a) < 3)",
    "a INTEGER CHECK (a * 100 > 12345)", "a INTEGER CHECK (2 - a >= 3 * 4)",
    "a INT CHECK (a / 10 = 7)", "a INTEGER CHECK (round(a) = a AND a > 3)",
    "price INTEGER CHECK (price * 100 > 0)", "a REAL CHECK (round(a, 2) = a)",
    // Rests and bits.
    "a INTEGER CHECK (a % 5 = 0)", "a INTEGER CHECK (a % 15 = 7)", "a INT CHECK (a % 2)",
    "a INTEGER CHECK (a % 2 = 0 AND a % 7 = 0 AND a > 100)", "a INTEGER CHECK (a & 5 = 4)",
    "a INTEGER CHECK (a % 10 <> 3)", "a INTEGER CHECK (a | 1 = a)",
    // Lists.
    "a TEXT NOT NULL CHECK (a IN ('x', 'y'))", "a CHECK (a IN (1, 'two', 3.5))",
    "a TEXT CHECK (a = 'x' OR a = 'y' OR a IN ('z'))", "status TEXT CHECK (status NOT IN ('new'))",
    "a TEXT CHECK (upper(a) IN ('M', 'S'))", "a INTEGER CHECK (a IN (2, 3, 5) AND a > 2)",
    "a BOOLEAN NOT NULL CHECK (a IN (0, 1))", "a BOOLEAN CHECK (a)", "a BOOLEAN CHECK (NOT a)",
    "a TEXT CHECK (a IN ('true', 'false'))", "a INTEGER CHECK (a IN (TRUE, FALSE))",
    "a TEXT CHECK (a IN ('it''s', \"x\"))", "a TEXT COLLATE NOCASE CHECK (a = 'YES' OR a = 'no')",
    "a TEXT CHECK (a IS 'only')", "a TEXT CHECK (a IS NOT DISTINCT FROM 'only')",
    "a INT CHECK (a IS DISTINCT FROM 1)", "a TEXT CHECK (a IS NOT 'never')",
    // Lengths.
    "a TEXT CHECK (length(a) = 8)", "a VARCHAR(20) CHECK (length(a) BETWEEN 2 AND 3)",
    "a TEXT CHECK (length(a) > 200)", "a TEXT CHECK (5 >= length(a))",
    "a BLOB CHECK (length(a) = 16)",
    "a TEXT CHECK (length(a) IN (32, 64))", "a TEXT CHECK (length(trim(a)) > 0)",
    "a TEXT CHECK (a <> '')", "a TEXT CHECK (trim(a) <> '')", "a CHAR(2) CHECK (length(a) = 2)",
    "email TEXT CHECK (length(email) <= 9)", "a TEXT CHECK (length(a) < 2 AND a <> '')",
    "a TEXT CHECK (length(a) = 40 AND a NOT GLOB '*[^0-9a-f]*')",
    // Patterns.
    "a TEXT CHECK (a LIKE 'SKU-%')", "a TEXT CHECK (a LIKE '%@%.%')",
    "a TEXT CHECK (a LIKE '__-_')",
    "a TEXT CHECK (a LIKE '10!%%' ESCAPE '!')", "a TEXT CHECK (a NOT LIKE '% %')",
    "a TEXT CHECK (a GLOB '[A-Z][A-Z][0-9]*')", "a TEXT CHECK (a GLOB '????-[0-9][0-9]')",
    "a TEXT CHECK (a NOT GLOB '*[^a-z0-9-]*')", "a TEXT CHECK (a NOT GLOB '*[^0-9]*' AND a <> '')",
    "a TEXT CHECK (a LIKE 'http://%' OR a LIKE 'https://%')", "a TEXT CHECK (a GLOB '[^0-9]*')",
    "a TEXT CHECK (instr(a, '@') > 1)", "a TEXT CHECK (instr(a, '@'))",
    "a TEXT NOT NULL UNIQUE CHECK (instr(a, '@') > 1 AND instr(a, ' ') = 0)",
    "a TEXT NOT NULL UNIQUE CHECK (instr(a, '-') >= 4)",
    "title TEXT NOT NULL UNIQUE CHECK (instr(title, ' ') = 0)",
    "a INTEGER UNIQUE CHECK (a % 2 = 1)",
    "a TEXT CHECK (substr(a, 1, 2) = 'CH')", "a TEXT CHECK (substr(a, 3, 1) = '-')",
    "a TEXT CHECK (a LIKE 'A%' AND a LIKE '%Z')", "a TEXT CHECK (a LIKE 'x%' AND length(a) = 6)",
    "a TEXT CHECK (a GLOB '[0-9][0-9]:[0-9][0-9]')", "a TEXT CHECK (a >= 'm' AND a < 'n')",
    // Case, spaces, types.
    "a TEXT CHECK (a = upper(a))", "a TEXT CHECK (lower(a) = a)", "a TEXT CHECK (a = trim(a))",
    "a TEXT CHECK (a = upper(a) AND length(a) = 3)", "a CHECK (typeof(a) = 'integer')",
    "a CHECK (typeof(a) = 'real')", "a CHECK (typeof(a) IN ('blob', 'null'))",
    "a CHECK (typeof(a) = 'text')", "a ANY CHECK (typeof(a) <> 'integer' OR a > 5)",
    "a TEXT CHECK (CAST(a AS INTEGER) BETWEEN 1900 AND 2100)",
    "a TEXT CHECK (CAST(CAST(a AS INTEGER) AS TEXT) = a)", "a TEXT CHECK (hex(a) <> '')",
    // Dates and JSON.
    "a TEXT CHECK (a GLOB '[0-2][0-9]:[0-5][0-9]' AND time(a) IS NOT NULL)",
    "a TEXT CHECK (date(a) IS NOT NULL)", "a TEXT CHECK (a IS date(a))",
    "a TEXT CHECK (a = date(a))",
    "a TEXT CHECK (datetime(a) IS NOT NULL AND length(a) = 19)", "a TEXT CHECK (time(a) = a)",
    "a TEXT CHECK (a = strftime('%Y-%m-%dT%H:%M:%SZ', a))", "a TEXT CHECK (julianday(a) > 2450000)",
    "a TEXT CHECK (a LIKE '____-__-__')",
    "born DATE CHECK (born >= '1930-01-01' AND born < '1990-06-15')",
    "a TEXT CHECK (a > '2000-01-01 00:00:00')", "a TEXT CHECK (strftime('%Y', a) >= '2024')",
    "a TEXT CHECK (json_valid(a))", "a TEXT CHECK (json_valid(a) = 1)",
    "a TEXT CHECK (json_type(a) = 'array')",
    "a TEXT CHECK (json_valid(a) AND json_type(a) = 'object')",
    "a JSON CHECK (a IS NULL OR json_valid(a))", "a TEXT CHECK (json_array_length(a) >= 0)",
    // NULL.
    "a INTEGER CHECK (a IS NULL OR a > 99)", "a TEXT CHECK (a IS NOT NULL)", "a CHECK (a ISNULL)",
    "a INT CHECK (coalesce(a, 0) > 4)", "a INT CHECK (ifnull(a, 7) = 7)",
    "a CHECK (a NOTNULL AND a)",
    // Cases.
    "a INT CHECK (CASE WHEN a > 100 THEN a % 2 = 0 ELSE a > 90 END)",
    "a INT CHECK (iif(a < 5, a = 3, a = 9))",
    "a INT CHECK (CASE a WHEN 4 THEN 1 WHEN 6 THEN 1 ELSE 0 END)",
    "a INT CHECK (NOT (a < 5 OR a > 8))", "a INT CHECK (NOT NOT (a = 5))",
    "a INT CHECK ((a > 3) = 1)",
    "a INT CHECK (a > 3 OR length(a) = 77)", "a INT CHECK (1)",
    "a INT CHECK (a IN (1) OR a IN (5, 9))",
    "a INT CHECK ((a < 3) <> (a > 1))", "a INT CHECK (a + a = 12)", "a INT CHECK (a * a = 49)",
    "a INT CHECK (max(a, 5) = 5)", "a TEXT CHECK (replace(a, '-', '') = 'ab' AND a <> 'ab')",
  ]

  @Test("of one column", arguments: columns, [1, 80])
  func column(_ definition: String, count: Int) throws {
    let table = try PlannedTable("CREATE TABLE t(id INTEGER PRIMARY KEY, \(definition))")
    try table.fill(count)
    #expect(try table.column("SELECT count(*) FROM t") == [.integer(Int64(count))])
  }

  static let tables: [String] = [
    "low INT NOT NULL, high INT NOT NULL, CHECK (low <= high)",
    "starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, CHECK (starts_at < ends_at)",
    "end_date DATE, start_date DATE, CHECK (end_date >= start_date OR end_date IS NULL)",
    "a INT NOT NULL, b INT NOT NULL, c INT NOT NULL, d INT NOT NULL, CHECK (a < b AND b < c AND d > c)",
    "value REAL, low REAL, high REAL, CHECK (value BETWEEN low AND high)",
    "low INT CHECK (low >= 50 AND low <= 100), high INT CHECK (high BETWEEN 0 AND 60), CHECK (low <= high)",
    "discount REAL, price REAL CHECK (price > 0), CHECK (discount <= price), CHECK (discount >= 0)",
    "stock INT, reserved INT, CHECK (reserved <= stock AND reserved >= 0)",
    "a DATETIME, b DATETIME, c DATETIME, CHECK (a <= b), CHECK (b <= c)",
    "a INT, b INT, CHECK (a <> b)", "a TEXT, b TEXT, CHECK (a = b)",
    "a INT, b INT, CHECK (a = b + 1)",
    "a TEXT, slug TEXT, CHECK (slug = lower(a))", "a INT, b INT, CHECK (a + b <= 100)",
    "a INT, b INT, c INT, CHECK (a + b + c = 100), CHECK (a >= 0 AND b >= 0 AND c >= 0)",
    "price INT, quantity INT, total INT, CHECK (total = price * quantity)",
    "price REAL, quantity INT, total REAL, CHECK (abs(total - price * quantity) < 0.01)",
    "w INT CHECK (w > 0), h INT CHECK (h > 0), CHECK (w * h <= 1000)",
    "a INT, b INT, CHECK (b - a >= 30)", "a DATE, b DATE, CHECK (julianday(b) - julianday(a) >= 1)",
    "a DATE, b DATE, CHECK (date(a) <= date(b))", "a INT, b INT, CHECK (a > b * 2), CHECK (b > 5)",
    "a INT, b TEXT, CHECK ((a IS NULL) = (b IS NULL))",
    "a INT, b TEXT, CHECK ((a IS NULL) <> (b IS NULL))",
    "a INT, b TEXT, CHECK (a IS NULL OR b IS NULL)",
    "a INT, b INT, CHECK (a IS NOT NULL OR b IS NOT NULL)",
    "a INT, b INT, c INT, CHECK ((a IS NOT NULL) + (b IS NOT NULL) + (c IS NOT NULL) = 1)",
    "a INT, b INT, CHECK (CASE WHEN a IS NULL THEN 0 ELSE 1 END + CASE WHEN b IS NULL THEN 0 ELSE 1 END = 1)",
    "status TEXT CHECK (status IN ('open', 'done')), done_at TEXT, CHECK (status <> 'done' OR done_at IS NOT NULL), CHECK (done_at IS NULL OR status = 'done')",
    "kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount')), value INT NOT NULL, CHECK (CASE kind WHEN 'percent' THEN value BETWEEN 0 AND 100 ELSE value > 100 END)",
    "size TEXT, grams INT, CHECK (size = 'small' AND grams = 100 OR size = 'large' AND grams IN (500, 750))",
    "type TEXT, a INT, b INT, CHECK (type = 'a' AND a IS NOT NULL AND b IS NULL OR type = 'b' AND b IS NOT NULL AND a IS NULL)",
    "a INT, b INT, CHECK (a > 10 OR b > 10), CHECK (NOT (a > 10 AND b > 10))",
    "a INT DEFAULT 0 CHECK (a > 0), b TEXT DEFAULT 'x' CHECK (b IN ('x', 'y'))",
    "low INT NOT NULL DEFAULT 10, high INT, CHECK (high > low)",
    "low INT NOT NULL DEFAULT 10, high INT NOT NULL DEFAULT 5, CHECK (high > low)",
    "a INT NOT NULL, b INT NOT NULL, sum INT AS (a + b) STORED CHECK (sum < 50)",
    "a TEXT NOT NULL, n INT AS (length(a)) CHECK (n = 5)",
    "a INT, b INT, c INT, CHECK (a = b * 2 AND c = a + b)", "a INT, b INT, CHECK (a | b = 7)",
    "a INT, b INT, CHECK (max(a, b) = 12 AND min(a, b) = 3)",
    "a INT, b INT, CHECK (a % b = 0 AND b > 1)",
    "first TEXT, last TEXT, full TEXT, CHECK (full = first || ' ' || last)",
    "a INT, b INT, CHECK ((a, b) = (3, 4) OR (a, b) = (5, 6))",
    "lat REAL, lon REAL, CHECK ((lat IS NULL) = (lon IS NULL)), CHECK (lat BETWEEN -90 AND 90)",
    "a INT CHECK (a >= 0), b INT CHECK (b >= 0), CHECK (a + 2 * b < 30)",
    "a BOOLEAN, b BOOLEAN, CHECK (a OR b)", "a BOOLEAN, b BOOLEAN, CHECK (NOT (a AND b))",
    "a INT, b INT, CHECK (a = 1 OR b = 1), CHECK (a = 2 OR b = 2)",
    "until TEXT DEFAULT (date('now', '+1 day')), CHECK (until > '2000-01-01')",
    "a TEXT, CHECK (a GLOB '[a-z]*' AND a NOT GLOB '*[^a-z0-9_-]*')",
    "a INT, b INT, CHECK (coalesce(a, b) IS NOT NULL)",
    "a INT, CHECK (a IN (SELECT 1) OR 1)".replacing(" IN (SELECT 1)", with: " > 0"),
  ]

  @Test("between columns", arguments: tables, [1, 80])
  func table(_ definition: String, count: Int) throws {
    let table = try PlannedTable("CREATE TABLE t(id INTEGER PRIMARY KEY, \(definition))")
    try table.fill(count)
    #expect(try table.column("SELECT count(*) FROM t") == [.integer(Int64(count))])
  }

  static let varied = [
    "a INT NOT NULL CHECK (a & 5 = 4)", "a INT NOT NULL CHECK (a % 10 NOT IN (3, 4))",
    "a TEXT NOT NULL CHECK (length(a) % 2 = 0)", "a INT NOT NULL CHECK (a % 7 = 3)",
    "a REAL NOT NULL CHECK (a > 0 AND a < 1)", "a TEXT NOT NULL CHECK (a GLOB '[a-z][a-z]')",
    "b INT NOT NULL, a INT NOT NULL, CHECK (a = b * 2)", "a INT NOT NULL CHECK (a > 10)",
    "a TEXT NOT NULL CHECK (a = upper(a) AND length(a) < 12)",
  ]

  @Test("leave the values of rows different", arguments: varied)
  func differ(_ definition: String) throws {
    let table = try PlannedTable("CREATE TABLE t(id INTEGER PRIMARY KEY, \(definition))")
    try table.fill(30)
    #expect(try table.column("SELECT count(DISTINCT a) FROM t") == [30])
  }

  @Test("the same plan each time, and another one for another seed")
  func seed() throws {
    let table = try PlannedTable(
      "CREATE TABLE t(a INT UNIQUE CHECK (a & 5 = 4), b TEXT, c TEXT CHECK (c = lower(b)))")
    #expect(try table.plan(50) == table.plan(50))
    #expect(try table.plan(50, seed: 2) != table.plan(50))
  }
}
