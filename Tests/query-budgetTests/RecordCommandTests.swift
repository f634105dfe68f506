import Foundation
import Testing

@Suite struct RecordCommandTests {
  private struct Listing: Decodable {
    struct Statement: Decodable {
      let kind: String
      let fingerprint: String
      let rows: Int
      let failed: Bool
    }

    let counted: Int
    let statements: [Statement]
  }

  private func record(_ sql: String) throws -> Listing {
    let tool = try Tool("record", try Script(sql).path, "--format", "json")
    #expect(tool.status == 0, "\(tool.errors)")
    return try JSONDecoder().decode(Listing.self, from: Data(tool.output.utf8))
  }

  static let schema = """
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE book(id INTEGER PRIMARY KEY, authorId INTEGER REFERENCES author ON DELETE CASCADE);
    CREATE TRIGGER namesake AFTER INSERT ON author BEGIN
      INSERT INTO book(authorId) VALUES (new.id);
    END;

    """

  @Test("Every statement in order, without what triggers and cascades run")
  func inOrder() throws {
    let listing = try record(
      Self.schema + """
        INSERT INTO author(name) VALUES ('Ada'), ('Mei'), ('Zoe');
        -- all of them
        SELECT * FROM author;
        BEGIN; DELETE FROM author; COMMIT;
        EXPLAIN SELECT 1;
        """)
    #expect(
      listing.statements.map(\.kind) == [
        "definition", "definition", "definition", "insert", "read", "transaction", "delete",
        "transaction", "other",
      ])
    #expect(listing.counted == 3)
    #expect(listing.statements.map(\.rows)[4] == 3)
    #expect(listing.statements[3].fingerprint == "INSERT INTO author(name) VALUES (?)")
  }

  @Test("What the database refuses is marked, and the script goes on")
  func refused() throws {
    let listing = try record(
      Self.schema + """
        INSERT INTO book(authorId) VALUES (99);
        INSERT INTO author(name) VALUES (NULL);
        INSERT INTO author(name) VALUES ('Ada');
        """)
    #expect(listing.statements.map(\.failed) == [false, false, false, true, true, false])
    #expect(listing.counted == 3)
  }

  @Test("Text for a person says kind, rows and fingerprint, and the total")
  func text() throws {
    let tool = try Tool(
      "record", try Script("CREATE TABLE a(b); INSERT INTO a VALUES (1); SELECT b FROM a;").path)
    #expect(
      tool.output == """
        definition  0 rows      CREATE TABLE a(b)
        insert      0 rows      INSERT INTO a VALUES (?)
        read        1 row       SELECT b FROM a
        2 of 3 statements count as queries.

        """)
  }

  @Test("A database file is kept")
  func databaseFile() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString).sqlite").path
    _ = try Tool("record", try Script("CREATE TABLE a(b)").path, "--database", file)
    let again = try Tool("record", try Script("SELECT * FROM a").path, "--database", file)
    #expect(again.status == 0)
    #expect(again.output.contains("1 of 1 statements"))
  }

  @Test("Text that is no SQL: one sentence with the line, status 2, and what ran before it")
  func noSQL() throws {
    let script = try Script("SELECT 1;\n\nSELEC 2;\n")
    let tool = try Tool("record", script.path)
    #expect(tool.status == 2)
    #expect(tool.output.contains("1 of 1 statements"))
    #expect(tool.errors == "query-budget: \(script.path):3: near \"SELEC\": syntax error\n")
  }

  @Test("A script that isn't there, and wrong words: one sentence, status 2")
  func badInput() throws {
    let missing = try Tool("record", "/nowhere/script.sql")
    #expect(missing.status == 2)
    #expect(missing.errors.split(separator: "\n").count == 1)
    #expect(missing.errors.contains("/nowhere/script.sql can't be read"))
    for words in [["record"], ["nonsense"], ["record", "a", "--format", "xml"]] {
      let tool = try Tool(words)
      #expect(tool.status == 2, "\(words)")
      #expect(tool.errors.split(separator: "\n").count == 1, "\(tool.errors)")
    }
  }
}
