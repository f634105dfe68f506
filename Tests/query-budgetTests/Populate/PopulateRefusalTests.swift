import Foundation
import Testing

/// Bad input: one sentence on standard error, status 2, and no file other than it was.
@Suite struct PopulateRefusalTests {
  private let workspace: Workspace
  private let schema: String
  private let output: String

  init() throws {
    workspace = try Workspace()
    schema = try workspace.write(PopulateSchema.articles)
    output = workspace.path("new.sqlite")
  }

  private func expect(
    _ sentence: String, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try contents()
    let tool = try Tool(["populate"] + arguments)
    #expect(tool.status == 2, sourceLocation: sourceLocation)
    #expect(tool.output == "", sourceLocation: sourceLocation)
    #expect(tool.errors == "query-budget: \(sentence)\n", sourceLocation: sourceLocation)
    #expect(try contents() == before, sourceLocation: sourceLocation)
  }

  private func contents() throws -> [String: Data] {
    try workspace.files.reduce(into: [:]) { contents, name in
      let type = try FileManager.default.attributesOfItem(atPath: workspace.path(name))[.type]
      let isFile = type as? FileAttributeType == .typeRegular
      contents[name] = isFile ? try workspace.bytes(of: name) : Data()
    }
  }

  // MARK: Words

  @Test(
    "Rows that are no count, and counts that contradict each other",
    arguments: [
      (
        [], "say how many rows to make: --rows article=100 for a table, or --rows 10 for every one."
      ),
      (
        ["article=ten"],
        "--rows article=ten: ten is no count of rows: write a whole number from 0 to 10000000."
      ),
      (
        ["article="],
        "--rows article=: there is no count of rows: write a whole number from 0 to 10000000."
      ),
      (["-5"], "--rows -5: -5 is no count of rows: write a whole number from 0 to 10000000."),
      (
        ["article=-1"],
        "--rows article=-1: -1 is no count of rows: write a whole number from 0 to 10000000."
      ),
      (
        ["article=10000001"],
        "--rows article=10000001: 10000001 is no count of rows: write a whole number from 0 to "
          + "10000000."
      ),
      (["article"], "--rows article: write TABLE=COUNT, or a count alone for every table."),
      (["=5"], "--rows =5: there is no table before the equals sign: write TABLE=COUNT."),
      (
        ["article=1", "ARTICLE=2"],
        "--rows ARTICLE=2: the rows of ARTICLE are given twice: leave one of them out."
      ),
      (["1", "2"], "--rows 2: the rows of every table are given twice: leave one of them out."),
      (["artcle=1"], "There is no table artcle: did you mean article?"),
      (
        ["latest=1"],
        "latest is a view and holds no rows of its own: make rows of the tables that it reads."
      ),
    ])
  func rows(_ words: [String], sentence: String) throws {
    try expect(sentence, [schema, "--output", output] + words.flatMap { ["--rows", $0] })
  }

  @Test(
    "Children and parents that there aren't",
    arguments: [
      (
        ["--children", "comment"],
        "--children comment: write TABLE=COUNT, or PARENT/TABLE=COUNT for children of children."
      ),
      (
        ["--children", "comment=x"],
        "--children comment=x: x is no count of rows: write a whole number from 0 to 10000000."
      ),
      (
        ["--children", "comment=1", "--children", "Comment=2"],
        "--children Comment=2: the rows of Comment are given twice: leave one of them out."
      ),
      (
        ["--children", "comment/reaction=2"],
        "--children comment/reaction=2: nothing says how many rows of comment there are: add "
          + "--children comment=COUNT."
      ),
      (
        ["--children", "comment=2000", "--children", "comment/reaction=2000"],
        "--children comment/reaction=2000: that would be 20000000 rows of reaction, and 10000000 "
          + "is the most: ask for fewer."
      ),
      (["--children", "coment=2"], "There is no table coment: did you mean comment?"),
      (
        ["--children", "reaction=2"],
        "reaction has no foreign key to article, and no table joins the two: make its rows by "
          + "themselves."
      ),
      (["--sharing", "tenants"], "There is no table tenants: did you mean tenant?"),
      (
        ["--sharing", "article.autorId"],
        "article.autorId can't be shared, since it is no foreign key of article: did you mean "
          + "authorId?"
      ),
      (
        ["--seed", "-1"],
        "The value '-1' is invalid for '--seed <seed>': write a whole number from 0 on."
      ),
    ])
  func relatives(_ words: [String], sentence: String) throws {
    try expect(sentence, [schema, "--output", output, "--rows", "article=5"] + words)
  }

  // MARK: What is read

  @Test("A schema that can't be read, or is none")
  func schemas() throws {
    let words = ["--rows", "1", "--output", output]
    for path in [workspace.path("none.sql"), workspace.path("")] {
      try expect(
        "\(path) can't be read: name a file of SQL statements, or an SQLite database.",
        [path] + words)
    }
    let image = try workspace.write("\u{89}PNG\0\0", to: "image.png")
    try expect(
      "\(image) is neither an SQLite database nor a script in UTF-8: name a file that is one.",
      [image] + words)
    let broken = try workspace.write("SQLite format 3\0 and no more", to: "broken.sqlite")
    try expect(
      "\(broken) is no sound SQLite database (file is not a database): restore it from a copy.",
      [broken, "--rows", "1"])
    let empty = try workspace.write("", to: "empty.sql")
    try expect(
      "\(empty) has no table that rows could be added to: create one first.", [empty] + words)
  }

  @Test("A script that SQLite refuses, with the line")
  func scripts() throws {
    let words = ["--rows", "1", "--output", output]
    try workspace.write("CREATE TABLE a(b);\n\n/* the\nnext */ -- one\nCREATE TABEL c(d);\n")
    try expect("\(schema):5: near \"TABEL\": syntax error", [schema] + words)
    try workspace.write("CREATE TABLE a(b NOT NULL);\nINSERT INTO a\nVALUES (NULL);")
    try expect("\(schema):2: NOT NULL constraint failed: a.b", [schema] + words)
    try workspace.write("BEGIN; CREATE TABLE a(b);")
    try expect("\(schema) ends inside a transaction: end it with COMMIT.", [schema] + words)
    try workspace.write("ATTACH ':memory:' AS other; CREATE TABLE a(b);")
    try expect(
      "\(schema) attaches other, and one database is filled at a time: leave ATTACH out.",
      [schema] + words)
    try expect(
      "\(schema) is a script: name the database file to make from it with --output FILE.",
      [schema, "--rows", "1"])
  }

  // MARK: What is written

  @Test("A place where no file can be made")
  func places() throws {
    func words(_ output: String) -> [String] { [schema, "--rows", "1", "--output", output] }
    for folder in [workspace.path("nowhere"), schema] {
      try expect(
        "there is no folder for \(folder)/new.sqlite: make \(folder) first.",
        words(folder + "/new.sqlite"))
    }
    try expect(
      "\(schema) is the file that is read: name another one for --output.",
      words(schema) + ["--force"])
    // One of the test's own: where the tool went wrong, it would replace it.
    let fifo = workspace.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
    for other in [fifo, workspace.path("")] {
      try expect("\(other) is no file: name one for --output.", words(other) + ["--force"])
    }
    let log = try workspace.write("", to: "new.sqlite-wal")
    try expect(
      "\(output) can't be made beside \(log), which belongs to a database that is in use or was "
        + "not closed: close that one, or name another file.", words(output))
    #if os(Linux)
      try expect(
        "/proc/new.sqlite can't be opened: see that it can be read, and that its folder can be "
          + "written.", words("/proc/new.sqlite"))
    #endif
  }

  @Test("Without write permission nothing is written", .disabled(if: geteuid() == 0, "root may"))
  func permission() throws {
    try workspace.makeDatabase(PopulateSchema.articles)
    let existing = workspace.path("existing.sqlite")
    chmod(existing, 0o444)
    try expect(
      "\(existing) can't be written: give yourself write permission for it and its folder, or fill "
        + "a copy with --output.", [existing, "--rows", "1"])
  }

  // MARK: Rows that are not sound

  @Test("A database that is not sound is not touched: the row without its parent is named")
  func orphanBefore() throws {
    try workspace.makeDatabase(
      PopulateSchema.articles + "PRAGMA foreign_keys = OFF;"
        + "INSERT INTO author VALUES (1, 7, 'a'), (2, 8, 'b'); INSERT INTO comment VALUES (9, 9, '');"
    )
    let existing = workspace.path("existing.sqlite")
    for words in [[], ["--output", output]] {
      try expect(
        "\(existing) is not sound before any row is added: row 9 of comment has no parent in "
          + "article (comment.articleId) (and 2 more): mend it first.",
        [existing, "--rows", "1"] + words)
    }
    try workspace.write("CREATE TABLE a(b INTEGER); CREATE TABLE c(d REFERENCES a(b));")
    try expect(
      "\(schema) is not sound before any row is added: foreign key mismatch - \"c\" referencing "
        + "\"a\", which has no unique key of the columns that are referred to: mend it first.",
      [schema, "--rows", "1", "--output", output])
  }

  @Test("Nor is one with a row against a CHECK")
  func faultBefore() throws {
    try workspace.makeDatabase(
      "CREATE TABLE a(b CHECK (b > 0)); PRAGMA ignore_check_constraints = ON; "
        + "INSERT INTO a VALUES (-1);")
    let existing = workspace.path("existing.sqlite")
    try expect(
      "\(existing) is not sound before any row is added: CHECK constraint failed in a: mend it "
        + "first.", [existing, "--rows", "1"])
  }

  /// A foreign key that is looked at later lets a trigger break it.
  static let breaking = """
    CREATE TABLE parent(id INTEGER PRIMARY KEY);
    CREATE TABLE child(
      id INTEGER PRIMARY KEY,
      parentId INTEGER NOT NULL REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER child_lost AFTER INSERT ON child WHEN new.id = 3 BEGIN
      UPDATE child SET parentId = 99 WHERE id = new.id;
    END;
    """

  @Test("Rows that a trigger makes unsound are not kept: not in place, not in a new file")
  func orphanAfter() throws {
    let sentence =
      "the rows that were made are not sound, so none was kept: row 3 of child has no parent in "
      + "parent (child.parentId): see what its triggers do."
    try workspace.write(Self.breaking)
    try expect(sentence, [schema, "--rows", "child=5", "--output", output])
    try workspace.makeDatabase(Self.breaking)
    try expect(sentence, [workspace.path("existing.sqlite"), "--rows", "child=5"])
  }
}
