import QueryBudgetSQLite
import Testing

@Suite struct SchemaFileTests {
  @Test("There are nine databases and two files of what is awkward")
  func all() throws {
    let names = try SchemaFile.all.map(\.name)
    #expect(
      names == [
        "adventureworks", "awkward", "awkward_checks", "chinook", "employees", "hr", "northwind",
        "redmine", "sakila", "stack_exchange", "world",
      ])
    #expect(try SchemaFile("world").name == "world")
  }

  /// SQLite looks at a foreign key when a row of its parent goes, and at a view when it is read.
  @Test("Every schema is valid down to its foreign keys and views", arguments: try SchemaFile.all)
  func valid(_ file: SchemaFile) throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute("PRAGMA foreign_keys = ON")
    try database.execute(file.sql)
    let found = try database.query("PRAGMA table_list").map { row in
      (name: try row.value("name", as: String.self), type: try row.value("type", as: String.self))
    }
    let tables = found.filter { $0.type == "table" && !$0.name.hasPrefix("sqlite_") }
    #expect(tables.count >= 3)
    for table in tables {
      try database.execute("DELETE FROM \(SQLName.quoted(table.name))")
    }
    for view in found where view.type == "view" {
      #expect(try database.query("SELECT * FROM \(SQLName.quoted(view.name))") == [])
    }
  }
}
