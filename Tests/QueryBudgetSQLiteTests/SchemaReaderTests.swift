import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// The schema as SQLite tells it.
@Suite("Schema reader")
struct SchemaReaderTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  private func schema(_ sql: String) throws -> DatabaseSchema {
    try connection.execute(sql)
    return try SchemaReader.schema(on: connection.handle)
  }

  @Test("columns with NOT NULL, generated ones among them, in order")
  func columns() throws {
    let schema = try schema(
      "CREATE TABLE Author(id INTEGER PRIMARY KEY, name TEXT NOT NULL, g AS (1))")
    let author = try #require(schema.table("AUTHOR"))
    #expect(
      author.columns == [.init("id"), .init("name", isNotNull: true), .init("g")])
    #expect(author.primaryKey == ["id"])
    #expect(author.rowidColumn == "id")
    #expect(!author.isView)
  }

  @Test("keys: the primary key in its own order, unique ones without partial and expressions")
  func keys() throws {
    let schema = try schema(
      """
      CREATE TABLE t(a, b, c UNIQUE, d, PRIMARY KEY(b, a));
      CREATE UNIQUE INDEX whole ON t(c, d);
      CREATE UNIQUE INDEX part ON t(a) WHERE d = 1;
      CREATE UNIQUE INDEX computed ON t(lower(d), a);
      CREATE INDEX plain ON t(d);
      """)
    let table = try #require(schema.table("t"))
    #expect(table.primaryKey == ["b", "a"])
    #expect(Set(table.uniqueKeys) == [["b", "a"], ["c"], ["c", "d"]])
    #expect(table.rowidColumn == nil)
    let indexes = Dictionary(uniqueKeysWithValues: table.indexes.map { ($0.name, $0.columns) })
    #expect(indexes["computed"] == ["<expr>", "a"])
    #expect(indexes["plain"] == ["d"])
    #expect(indexes.count == 6)
  }

  @Test("only INTEGER PRIMARY KEY of a table with a rowid is the rowid")
  func rowid() throws {
    let schema = try schema(
      """
      CREATE TABLE down(id INTEGER PRIMARY KEY DESC);
      CREATE TABLE int(id INT PRIMARY KEY);
      CREATE TABLE without(id INTEGER PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE lower(id integer, PRIMARY KEY(id));
      """)
    #expect(schema.table("down")?.rowidColumn == nil)
    #expect(schema.table("int")?.rowidColumn == nil)
    #expect(schema.table("without")?.rowidColumn == nil)
    #expect(schema.table("lower")?.rowidColumn == "id")
  }

  @Test("foreign keys in order, with the columns that SQLite leaves out")
  func foreignKeys() throws {
    let schema = try schema(
      """
      CREATE TABLE "order line"(
        id INTEGER PRIMARY KEY, a REFERENCES Parent, b, c REFERENCES author(name),
        parentId REFERENCES "order line", FOREIGN KEY(a, b) REFERENCES pair);
      CREATE TABLE parent(key TEXT PRIMARY KEY);
      CREATE TABLE pair(x, y, PRIMARY KEY(y, x));
      CREATE TABLE author(id INTEGER PRIMARY KEY, name UNIQUE);
      CREATE TABLE lost(a REFERENCES nowhere, b REFERENCES nowhere(id));
      """)
    func key(_ columns: [String], _ parent: String, _ parentColumns: [String]) -> ForeignKey {
      ForeignKey(
        table: "order line", columns: columns, parentTable: parent, parentColumns: parentColumns)
    }
    #expect(
      schema.foreignKeys(of: "order line") == [
        key(["a"], "parent", ["key"]), key(["c"], "author", ["name"]),
        key(["parentId"], "order line", ["id"]), key(["a", "b"], "pair", ["y", "x"]),
      ])
    // Without the parent nobody knows its key.
    #expect(schema.foreignKeys(of: "lost").map(\.columns) == [["b"]])
  }

  @Test("views and virtual tables, also where one of them can't be used")
  func views() throws {
    let sql = """
      CREATE TABLE t(a, b);
      CREATE VIEW good AS SELECT a, b AS c FROM t;
      CREATE VIRTUAL TABLE f USING fts5(title);
      """
    let whole = try schema(sql)
    #expect(whole.table("good")?.columns.map(\.name) == ["a", "c"])
    #expect(whole.table("good")?.isView == true)
    #expect(whole.table("f")?.columns.map(\.name) == ["title"])
    #expect(whole.tables.map(\.name) == ["f", "good", "t"])
    let broken = try schema("CREATE VIEW bad AS SELECT * FROM gone")
    #expect(broken.table("bad")?.columns == [])
    #expect(broken.table("good")?.columns.map(\.name) == ["a", "c"])
    #expect(broken.table("t")?.columns.count == 2)
  }

  @Test("attached databases by their prefix, temporary tables not at all")
  func attached() throws {
    let schema = try schema(
      """
      CREATE TABLE book(id INTEGER PRIMARY KEY, title UNIQUE);
      ATTACH ':memory:' AS other;
      CREATE TABLE other.author(id INTEGER PRIMARY KEY);
      CREATE TABLE other.book(id INTEGER PRIMARY KEY, authorId REFERENCES author);
      CREATE TEMP TABLE scratch(a);
      """)
    #expect(schema.tables.map(\.name) == ["book", "other.author", "other.book"])
    #expect(
      schema.foreignKeys == [
        ForeignKey(
          table: "other.book", columns: ["authorId"], parentTable: "other.author",
          parentColumns: ["id"])
      ])
    #expect(schema.isUnique(["title"], in: "book"))
    #expect(!schema.isUnique(["title"], in: "other.book"))
  }

  @Test("a few statements, however many tables; a recorder's connections together")
  func statements() throws {
    for table in 1...30 {
      try connection.execute(
        "CREATE TABLE t\(table)(a UNIQUE); CREATE VIEW v\(table) AS SELECT * FROM t\(table)")
    }
    let recording = try recorder.record { _ = try SchemaReader.schema(on: connection.handle) }
    #expect(recording.statements.filter { $0.sql.contains("pragma_table_list") }.count == 5)
    let other = try Connection(recordedBy: recorder)
    try other.execute("CREATE TABLE more(a)")
    let closed = try Connection(recordedBy: recorder)
    _ = closed.close()
    let recorded = try recorder.record {
      #expect(SchemaReader.schema(of: recorder).tables.count == 61)
    }
    #expect(recorded.statements.isEmpty)
  }
}
