import Foundation
import QueryBudgetSQLite
import Testing

@Suite struct PopulateFileTests {
  private let workspace: Workspace
  private let schema: String

  init() throws {
    workspace = try Workspace()
    schema = try workspace.write(PopulateSchema.articles)
  }

  @Test("A database is filled where it is, and its rows stay")
  func inPlace() throws {
    try workspace.makeDatabase(
      PopulateSchema.articles + "INSERT INTO tenant(name) VALUES ('Ours');")
    let existing = workspace.path("existing.sqlite")
    let answer = try PopulateAnswer([existing, "--rows", "article=5"])
    #expect(answer.output == existing)
    #expect(
      answer.tables == [
        .init(name: "article", added: 5, rows: 5), .init(name: "author", added: 5, rows: 5),
        .init(name: "tenant", added: 5, rows: 6),
      ])
    #expect(try workspace.dump("existing.sqlite")["tenant"]?.first?["name"] == "Ours")
    try workspace.expectSound("existing.sqlite")
    #expect(try workspace.files == ["existing.sqlite", "schema.sql"])
  }

  @Test("With --output a copy is filled, and the original keeps every byte")
  func copy() throws {
    try workspace.makeDatabase(
      "PRAGMA user_version = 12; \(PopulateSchema.articles) INSERT INTO tenant VALUES (9, 'Ours');")
    let before = try workspace.bytes(of: "existing.sqlite")
    let answer = try PopulateAnswer([
      workspace.path("existing.sqlite"), "--output", workspace.path("copy.sqlite"), "--rows",
      "article=5",
    ])
    #expect(answer.tables.map(\.rows) == [5, 5, 6])
    #expect(try workspace.bytes(of: "existing.sqlite") == before)
    let version = try workspace.database("copy.sqlite").query("PRAGMA user_version")
    #expect(version.map(\.values) == [[12]])
    #expect(try workspace.files == ["copy.sqlite", "existing.sqlite", "schema.sql"])
  }

  @Test("A copy has what is still in a write-ahead log, and takes nothing out of it")
  func copyOfLog() throws {
    let open = try workspace.database("open.sqlite")
    try open.execute(
      "PRAGMA journal_mode = WAL; CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    try open.execute("INSERT INTO tenant(name) VALUES ('Ours')")
    // As an application leaves them that ends without closing its database.
    for end in ["", "-wal"] {
      try workspace.bytes(of: "open.sqlite" + end).write(
        to: URL(fileURLWithPath: workspace.path("left.sqlite" + end)))
    }
    let before = try workspace.bytes(of: "left.sqlite")
    let answer = try PopulateAnswer([
      workspace.path("left.sqlite"), "--output", workspace.path("copy.sqlite"), "--rows", "2",
    ])
    #expect(answer.tables == [.init(name: "tenant", added: 2, rows: 3)])
    #expect(try workspace.bytes(of: "left.sqlite") == before)
    #expect(try workspace.dump("left.sqlite")["tenant"]?.count == 1)
  }

  @Test("A database with a write-ahead log is copied without leaving one behind")
  func copyWithoutLitter() throws {
    try workspace.makeDatabase("PRAGMA journal_mode = WAL; CREATE TABLE tenant(id INTEGER, a TEXT)")
    _ = try PopulateAnswer([
      workspace.path("existing.sqlite"), "--output", workspace.path("copy.sqlite"), "--rows", "2",
    ])
    #expect(try workspace.files == ["copy.sqlite", "existing.sqlite", "schema.sql"])
  }

  @Test("The settings that a script writes into the file are kept, and it is one file")
  func settings() throws {
    try workspace.write(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA user_version = 3; "
        + "CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT)")
    _ = try PopulateAnswer([schema, "--output", workspace.path("new.sqlite"), "--rows", "500"])
    #expect(try workspace.files == ["new.sqlite", "schema.sql"])
    let database = try workspace.database("new.sqlite")
    func setting(_ name: String) throws -> SQLiteValue? {
      try database.query("PRAGMA \(name)").first?.values.first
    }
    #expect(try setting("page_size") == 8192)
    #expect(try setting("journal_mode") == "wal")
    #expect(try setting("user_version") == 3)
    #expect(try database.query("SELECT * FROM tenant").count == 500)
  }

  @Test("A script may insert children first, as SQLite's shell lets it; its rows are kept")
  func childrenFirst() throws {
    try workspace.write(
      """
      BEGIN TRANSACTION;
      CREATE TABLE author(id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant);
      INSERT INTO author VALUES (1, 7);
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      INSERT INTO tenant VALUES (7, 'Ours');
      COMMIT;
      """)
    let answer = try PopulateAnswer([
      schema, "--output", workspace.path("new.sqlite"), "--rows", "author=2",
    ])
    #expect(answer.tables.map(\.rows) == [3, 3])
    try workspace.expectSound("new.sqlite")
  }

  @Test("A script is told from a database by what is in it; an existing file needs --force")
  func names() throws {
    try workspace.write(PopulateSchema.articles, to: "schema.sqlite")
    let script = workspace.path("schema.sqlite")
    let output = try workspace.write("mine", to: "database.sql")
    let refused = try Tool("populate", script, "--rows", "1", "--output", output)
    #expect(refused.status == 2)
    #expect(
      refused.errors
        == "query-budget: \(output) is there already: name another file, or replace it with "
        + "--force.\n")
    #expect(try workspace.bytes(of: "database.sql") == Data("mine".utf8))

    _ = try PopulateAnswer([script, "--rows", "1", "--output", output, "--force"])
    #expect(try PopulateAnswer([output, "--rows", "1"]).tables.map(\.rows) == [2, 2, 2, 2, 2])
  }

  @Test("A link is followed, so that the file behind it is replaced")
  func link() throws {
    try workspace.write("mine", to: "real.sqlite")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("link.sqlite"), withDestinationPath: "real.sqlite")
    _ = try PopulateAnswer([
      schema, "--rows", "1", "--output", workspace.path("link.sqlite"), "--force",
    ])
    #expect(try workspace.counts("real.sqlite").count == 5)
    let type = try FileManager.default.attributesOfItem(atPath: workspace.path("link.sqlite"))[
      .type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
  }
}
