import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Schemas made by chance, filled with nobody having written a line.
@Suite("Schemas made by chance")
struct RandomSchemaTests {
  @Test("are filled, twice, and each table by itself", arguments: 1...32)
  func fill(_ seed: Int) throws {
    var writer = SchemaWriter(seed: UInt64(seed))
    let schema = writer.schema()
    do {
      let database = try RecordingDatabase(.inMemory)
      try database.execute("PRAGMA foreign_keys = ON")
      try database.execute(schema.sql)
      let fixtures = Fixtures(database, seed: UInt64(seed))
      for count in [1, 20] {
        for rows in try fixtures.fill(count: count) { #expect(rows.count == count) }
      }
      for table in schema.tables {
        #expect(try fixtures.create(table, count: 3, children: .automatic).count == 3)
        #expect(try database.value("SELECT count(*) FROM \(table)") >= 24)
      }
      try database.expectValid()
    } catch {
      Issue.record("\(schema.sql)\n\(error)")
    }
  }

  @Test("give the same rows for one seed, and others for another", arguments: 1...5)
  func deterministic(_ seed: Int) throws {
    var writer = SchemaWriter(seed: UInt64(seed))
    let schema = writer.schema()
    func dump(_ seed: UInt64) throws -> [[SQLiteValue]] {
      let database = try RecordingDatabase(.inMemory)
      try database.execute(schema.sql)
      try Fixtures(database, seed: seed).fill(count: 5)
      return try schema.tables.flatMap { table in
        try database.query("SELECT * FROM \(table)").map(\.values)
      }
    }
    let first = try dump(1)
    #expect(try dump(1) == first)
    #expect(try dump(2) != first, "\(schema.sql)")
  }
}

/// Writes tables that can be filled: no circle of foreign keys is without one that may be NULL, and
/// what must be unique has room.
private struct SchemaWriter {
  struct Schema {
    var tables: [String] = []
    var sql = ""
  }

  private struct Table {
    let name: String

    /// The types of the columns of its primary key.
    let key: [String]
  }

  private var numbers: RandomNumbers
  private var tables: [Table] = []

  init(seed: UInt64) { numbers = RandomNumbers(seed) }

  mutating func schema() -> Schema {
    var schema = Schema()
    let count = numbers.next(2...6)
    tables = (0..<count).map { Table(name: "t\($0)", key: numbers.pick(Self.keys)) }
    for index in tables.indices {
      schema.tables.append(tables[index].name)
      schema.sql += table(index) + ";\n"
    }
    return schema
  }

  private static let keys = [
    ["INTEGER"], ["INTEGER"], ["INTEGER"], ["TEXT"], ["BLOB"], ["INT", "TEXT"], ["TEXT", "INT"],
  ]

  private mutating func table(_ index: Int) -> String {
    let table = tables[index]
    var lines = table.key.enumerated().map { "k\($0.offset) \($0.element) NOT NULL" }
    lines.append("own TEXT NOT NULL")
    for number in 0..<numbers.next(0...5) { lines.append(column("c\(number)")) }
    var references: [String] = []
    for number in 0..<numbers.next(0...3) {
      let (columns, constraint) = reference("f\(number)", from: index)
      lines += columns
      references.append(constraint)
    }
    let key = table.key.indices.map { "k\($0)" }.joined(separator: ", ")
    lines.append("PRIMARY KEY (\(key))")
    if numbers.next(0...3) == 0 { lines.append("UNIQUE (own, k0)") }
    let options =
      (numbers.next(0...3) == 0 ? ["STRICT"] : [])
      + (numbers.next(0...3) == 0 ? ["WITHOUT ROWID"] : [])
    let body = (lines + references).joined(separator: ", ")
    return "CREATE TABLE \(table.name)(\(body)) \(options.joined(separator: ", "))"
  }

  private mutating func column(_ name: String) -> String {
    let isNotNull = numbers.next(0...1) == 0
    let rules = numbers.pick([
      "INTEGER", "INTEGER CHECK (# > 17)", "INTEGER CHECK (# BETWEEN -5 AND 5)", "INTEGER UNIQUE",
      "INTEGER CHECK (# % 5 = 0)", "INT DEFAULT 7", "INT CHECK (# IN (1, 2, 3))", "REAL",
      "REAL CHECK (# >= 0.5 AND # < 0.75)", "REAL UNIQUE", "TEXT", "TEXT UNIQUE",
      "TEXT CHECK (length(#) = 6) UNIQUE", "TEXT CHECK (# IN ('new', 'done'))", "BLOB",
      "TEXT DEFAULT 'x' CHECK (# <> '')", "TEXT CHECK (# LIKE 'A-%') UNIQUE", "BLOB UNIQUE",
      "TEXT CHECK (# = lower(#))", "TEXT COLLATE NOCASE UNIQUE", "TEXT CHECK (date(#) = #)",
      "TEXT DEFAULT CURRENT_TIMESTAMP", "TEXT CHECK (json_valid(#))",
    ])
    return "\(name) " + rules.replacing("#", with: name) + (isNotNull ? " NOT NULL" : "")
  }

  /// A key to a table that comes before may not be NULL; one to a later table, or its own, may.
  private mutating func reference(_ name: String, from index: Int) -> ([String], String) {
    let parent = numbers.next(0...(tables.count - 1))
    let mayBeNull = parent >= index || numbers.next(0...1) == 0
    let columns = tables[parent].key.indices.map { "\(name)_\($0)" }
    let definitions = zip(columns, tables[parent].key).map { column, type in
      "\(column) \(type)" + (mayBeNull ? "" : " NOT NULL")
    }
    let isUnique = numbers.next(0...5) == 0
    let list = columns.joined(separator: ", ")
    let deferred = numbers.next(0...3) == 0 ? " DEFERRABLE INITIALLY DEFERRED" : ""
    let constraint =
      "FOREIGN KEY (\(list)) REFERENCES \(tables[parent].name)\(deferred)"
    return (definitions, (isUnique ? "UNIQUE (\(list)), " : "") + constraint)
  }
}
