import QueryBudget
import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Tables as SQLite describes them, with what only their statements say.
@Suite struct TableReaderTests {
  private func read(_ name: String, _ statements: String...) throws -> FixtureTable? {
    let database = try RecordingDatabase(.inMemory)
    for statement in statements { try database.execute(statement) }
    return try database.withHandle { try TableReader(handle: $0).table(name) }
  }

  @Test func columnsAndKeys() throws {
    let table = try #require(
      try read(
        "ARTICLE",
        """
        CREATE TABLE Article(id INTEGER PRIMARY KEY AUTOINCREMENT, slug VARCHAR(40) NOT NULL
          UNIQUE COLLATE NOCASE, state TEXT DEFAULT 'draft' CHECK (state <> ''),
          twice INT AS (id * 2), UNIQUE (slug, state)) STRICT
        """.replacing("VARCHAR(40)", with: "TEXT"),
        "CREATE UNIQUE INDEX one ON article(state DESC, lower(slug)) WHERE state = 'live'",
        "CREATE INDEX other ON article(state)"))
    #expect(table.name == "Article" && table.displayName == "Article" && table.kind == .table)
    #expect(table.isStrict && table.hasRowid && table.isAutoincrement)
    #expect(table.columns.map(\.name) == ["id", "slug", "state", "twice"])
    #expect(table.columns.map(\.isNotNull) == [false, true, false, false])
    #expect(table.columns.map(\.defaultSQL) == [nil, nil, "'draft'", nil])
    #expect(table.columns.map(\.isGenerated) == [false, false, false, true])
    #expect(table.primaryKey == ["id"] && table.rowidColumn == "id")
    #expect(table.checks.map(\.sql) == ["state <> ''"])
    #expect(table.uniqueKeys.map(\.columns) == [["slug"], ["slug", "state"], ["state"]])
    #expect(
      table.uniqueKeys.map(\.collations) == [
        ["NOCASE"], ["NOCASE", "BINARY"], ["BINARY", "BINARY"],
      ])
    #expect(table.uniqueKeys.map { $0.condition?.sql } == [nil, nil, "state = 'live'"])
    guard case .expression(let nodes) = table.uniqueKeys[2].terms[1] else {
      Issue.record("no expression")
      return
    }
    #expect(nodes.sql == "lower(slug)")
  }

  @Test(arguments: [
    ("id INTEGER PRIMARY KEY", "", "id"), ("id INTEGER PRIMARY KEY DESC", "", nil),
    ("id INT PRIMARY KEY", "", nil), ("id INTEGER PRIMARY KEY", " WITHOUT ROWID", nil),
    ("id INTEGER, PRIMARY KEY (id DESC)", "", "id"), ("a, id integer, PRIMARY KEY (id)", "", "id"),
  ])
  func theRowidByAnotherName(columns: String, options: String, expected: String?) throws {
    let table = try #require(try read("t", "CREATE TABLE t(\(columns))\(options)"))
    #expect(table.rowidColumn == expected && table.primaryKey == ["id"])
    #expect(table.hasRowid == options.isEmpty)
    #expect(table.uniqueKeys.count == (expected == nil ? 1 : 0))
  }

  @Test func foreignKeys() throws {
    let table = try #require(
      try read(
        "child", "CREATE TABLE Parent(A, B, C UNIQUE, PRIMARY KEY (b, a))",
        """
        CREATE TABLE child(x, y, z REFERENCES parent(c), self REFERENCES CHILD(x),
          lost REFERENCES gone, FOREIGN KEY (x, Y) REFERENCES PARENT DEFERRABLE INITIALLY DEFERRED,
          FOREIGN KEY (x, y) REFERENCES parent(b, a))
        """))
    #expect(
      table.references.map(\.key) == [
        ForeignKey(
          table: "child", columns: ["z"], parentTable: "Parent", parentColumns: ["C"]),
        ForeignKey(
          table: "child", columns: ["self"], parentTable: "child", parentColumns: ["x"]),
        ForeignKey(table: "child", columns: ["lost"], parentTable: "gone", parentColumns: []),
        ForeignKey(
          table: "child", columns: ["x", "y"], parentTable: "Parent", parentColumns: ["B", "A"]),
        ForeignKey(
          table: "child", columns: ["x", "y"], parentTable: "Parent", parentColumns: ["B", "A"]),
      ])
    #expect(table.references.map(\.isDeferred) == [false, false, false, true, false])
  }

  @Test func kinds() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute("CREATE TABLE t(a)")
    try database.execute("CREATE VIEW v AS SELECT * FROM t")
    try database.execute("CREATE VIRTUAL TABLE Search USING Fts5(a, b)")
    try database.execute("ATTACH ':memory:' AS other")
    try database.execute("CREATE TABLE other.t(b, p REFERENCES q)")
    try database.execute("CREATE TABLE other.q(id INTEGER PRIMARY KEY)")
    try database.execute("CREATE TABLE other.\"a.b\"(c)")
    try database.withHandle { handle in
      let reader = TableReader(handle: handle)
      #expect(try reader.table("v")?.kind == .view)
      #expect(try reader.table("search")?.kind == .virtual(module: "fts5"))
      #expect(try reader.table("search")?.columns.map(\.name) == ["a", "b"])
      #expect(try reader.table("search_data")?.kind == .shadow)
      #expect(try reader.table("t")?.columns.map(\.name) == ["a"])
      let attached = try reader.table("OTHER.T")
      #expect(attached?.displayName == "other.t")
      #expect(attached?.references[0].key.description == "other.t.p references other.q.id")
      #expect(try reader.table("a.b")?.displayName == "other.a.b")
      #expect(try reader.table("missing") == nil)
      #expect(try reader.table("other.missing") == nil)
      #expect(try reader.tableNames() == ["Search", "t", "other.a.b", "other.q", "other.t"])
    }
  }

  @Test func whatLengthsAndReservedWordsDo() throws {
    let table = try #require(
      try read("order", #"CREATE TABLE "order"("group" VAR CHAR (12), x DEFAULT "hi")"#))
    #expect(table.columns.map(\.name) == ["group", "x"])
    #expect(table.columns[0].declaredType == "VAR CHAR (12)")
    #expect(table.columns[1].defaultSQL == "\"hi\"")
  }
}
