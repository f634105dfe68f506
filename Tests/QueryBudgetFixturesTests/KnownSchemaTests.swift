import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Well-known schemas, filled with nobody having written a line.
@Suite("Known schemas")
struct KnownSchemaTests {
  @Test(
    "every table gets its rows, all of them valid", arguments: try SchemaFile.all, [1, 10, 1000])
  func fill(_ file: SchemaFile, count: Int) throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(file.sql)
    let made = try Fixtures(database).fill(count: count)
    for rows in made {
      #expect(rows.count == count)
      let name = SQLName.quoted(rows.table)
      let found = try database.query("SELECT count(*) AS n FROM \(name)")[0].value(
        "n", as: Int.self)
      #expect(found >= count, "\(rows.table)")
    }
    try database.expectValid()
  }

  @Test("each table by itself, with parents of its own", arguments: try SchemaFile.all)
  func each(_ file: SchemaFile) throws {
    let names = try RecordingDatabase.named(file) { try $0.tableNames() }
    let database = try RecordingDatabase(.inMemory)
    try database.execute(file.sql)
    let fixtures = Fixtures(database)
    for name in names {
      try database.execute("SAVEPOINT empty")
      for count in [1, 20] {
        do {
          #expect(try fixtures.create(name, count: count).count == count)
        } catch {
          Issue.record("\(file.name).\(name) \(count): \(error)")
        }
      }
      try database.expectValid()
      try database.execute("ROLLBACK TO empty; RELEASE empty")
    }
  }

  @Test("the same seed makes the same database, byte by byte", arguments: try SchemaFile.all)
  func deterministic(_ file: SchemaFile) throws {
    func dump(seed: UInt64) throws -> [Row] {
      let database = try RecordingDatabase(.inMemory)
      try database.execute(file.sql)
      let tables = try Fixtures(database, seed: seed).fill(count: 6).map(\.table)
      return try tables.flatMap { table in
        try database.query("SELECT * FROM \(SQLName.quoted(table))")
      }
    }
    let first = try dump(seed: 7)
    #expect(try dump(seed: 7) == first)
    #expect(try dump(seed: 8) != first)
  }
}
