import Foundation
import QueryBudget
import QueryBudgetTesting
import Testing

/// Logs of other layouts, on the wrapper.
@Suite struct AuditedLayoutTests {
  private let recorder = StatementRecorder()
  private let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, price REAL, sold BOOLEAN, due DATE);
      INSERT INTO book VALUES (1, 'Tides', 9.5, 0, NULL), (2, 'Winds', 12, 1, '2026-11-26');
      CREATE TABLE loan (
        bookId INTEGER NOT NULL, reader TEXT NOT NULL, secret TEXT, PRIMARY KEY (bookId, reader)
      ) WITHOUT ROWID;
      """)
  }

  private func failure(
    in log: AuditLog, of tables: [String] = ["book"], ignoring: [String] = [],
    masking: [String] = [], _ statements: String...
  ) throws -> String? {
    try verifyAudited(
      "change", tables, in: log, ignoring: ignoring, masking: masking, on: recorder
    ) {
      try database.transaction { for sql in statements { try database.execute(sql) } }
    }.failure
  }

  @Test("An entry for each field")
  func fields() throws {
    try database.execute(
      """
      CREATE TABLE history (
        id INTEGER PRIMARY KEY, user_id INTEGER, operation TEXT, record_type TEXT, record_id TEXT,
        attribute TEXT, old_value TEXT, new_value TEXT, created_at TEXT);
      """)
    func entry(_ field: String, _ old: String, _ new: String) -> String {
      """
      INSERT INTO history (user_id, operation, record_type, record_id, attribute, old_value, \
      new_value, created_at) VALUES (7, 'U', 'Book', '1', '\(field)', \(old), \(new), '2026-11-26')
      """
    }
    let update = "UPDATE book SET title = 'Tide', price = 10, sold = 1 WHERE id = 1"
    let title = entry("title", "'Tides'", "'Tide'")
    let price = entry("price", "'9.50'", "'10.0'")
    let sold = entry("sold", "'false'", "'true'")
    #expect(try failure(in: "history", update, title, price, sold) == nil)
    #expect(try failure(in: "history", ignoring: ["book.sold"], update, title, price) == nil)
    let two = try #require(try failure(in: "history", update, title, price))
    #expect(two.contains("The entry in history leaves out book.sold"))
  }

  @Test("Old and new in two columns")
  func objects() throws {
    try database.execute(
      """
      CREATE TABLE journal (
        id INTEGER PRIMARY KEY, at INTEGER, who TEXT, event TEXT, entity TEXT, entityId INTEGER,
        before TEXT, after TEXT);
      """)
    func entry(_ event: String, _ old: String, _ new: String) -> String {
      """
      INSERT INTO journal (at, who, event, entity, entityId, before, after)
      VALUES (1, 'ada', '\(event)', 'books', 1, \(old), \(new))
      """
    }
    let delete = "DELETE FROM book WHERE id = 1"
    let whole = #"'{"id": 1, "title": "Tides", "price": 9.5, "sold": false, "due": null}'"#
    #expect(try failure(in: "journal", delete, entry("book.deleted", whole, "NULL")) == nil)
    let none = try #require(try failure(in: "journal", delete, entry("deleted", "NULL", "NULL")))
    #expect(none.contains("has no old values of the row of book that was deleted"))
    let update = "UPDATE book SET title = 'Tide' WHERE id = 1"
    let part = (#"'{"title": "Tides"}'"#, #"'{"title": "Tide"}'"#)
    #expect(try failure(in: "journal", update, entry("edited", part.0, part.1)) == nil)
    let other = try #require(try failure(in: "journal", update, entry("retitled", part.0, part.1)))
    #expect(other.contains(#"AuditLog("journal", updates: ["retitled"])"#))
    let known = AuditLog("journal", updates: ["retitled"])
    #expect(try failure(in: known, update, entry("retitled", part.0, part.1)) == nil)
  }

  @Test("Keys of several columns, masked values, several changes of one row")
  func keys() throws {
    try database.execute(
      """
      CREATE TABLE auditEntry (
        actor TEXT, action TEXT, tableName TEXT, rowId TEXT, changes TEXT, at TEXT);
      """)
    func entry(_ action: String, _ row: String, _ changes: String) -> String {
      "INSERT INTO auditEntry VALUES ('ada', '\(action)', 'loan', '\(row)', '\(changes)', '1')"
    }
    let insert = "INSERT INTO loan VALUES (1, 'eve', 'abc')"
    let masked = entry("insert", "1/eve", #"{"secret": {"new": "***"}}"#)
    #expect(
      try failure(in: "auditEntry", of: ["loan"], masking: ["loan.secret"], insert, masked) == nil)
    let plain = entry("insert", "1/eve", #"{"secret": {"new": "abc"}}"#)
    #expect(
      try failure(in: "auditEntry", of: ["loan"], masking: ["loan.secret"], insert, plain)?
        .contains("holds the value of loan.secret, which is to be masked") == true)
    let update = "UPDATE loan SET secret = 'x' WHERE bookId = 1"
    let net = entry("insert", #"[1, "eve"]"#, #"{"secret": {"new": "x"}}"#)
    let second = entry("update", "1,eve", #"{"secret": ["abc", "x"]}"#)
    #expect(try failure(in: "auditEntry", of: ["loan"], insert, update, net) == nil)
    #expect(try failure(in: "auditEntry", of: ["loan"], insert, plain, update, second) == nil)
    #expect(try failure(in: "auditEntry", of: ["loan"], insert, plain, update) != nil)
    let delete = "DELETE FROM loan WHERE bookId = 1"
    #expect(
      try failure(in: "auditEntry", of: ["loan"], insert, delete)?.contains("inconclusive") == nil)
  }

  @Test("Rows that REPLACE removes, and entries that a trigger writes")
  func replace() throws {
    try database.execute(
      """
      CREATE UNIQUE INDEX title ON book (title);
      CREATE TABLE auditEntry (
        actor TEXT, action TEXT, tableName TEXT, rowId INTEGER, changes TEXT, at TEXT);
      """)
    func entry(_ action: String, _ row: Int, _ changes: String) -> String {
      "INSERT INTO auditEntry VALUES ('ada', '\(action)', 'book', \(row), '\(changes)', '1')"
    }
    let replace = "INSERT OR REPLACE INTO book (id, title) VALUES (3, 'Tides')"
    let new = entry("insert", 3, #"{"title": {"new": "Tides"}}"#)
    let old = entry(
      "delete", 1, #"{"title": {"old": "Tides"}, "price": {"old": 9.5}, "sold": {"old": 0}}"#)
    #expect(try failure(in: "auditEntry", replace, new, old) == nil)
    #expect(
      try failure(in: "auditEntry", replace, new)?.contains("REPLACE deletes the row") == true)
    try database.execute(
      """
      CREATE TRIGGER told AFTER UPDATE ON book BEGIN
        INSERT INTO auditEntry VALUES ('trigger', 'update', 'book', NEW.id,
          json_object('title', json_object('old', OLD.title, 'new', NEW.title)), '1');
      END;
      """)
    #expect(try failure(in: "auditEntry", "UPDATE book SET title = title || '!'") == nil)
    #expect(try failure(in: "auditEntry", "UPDATE book SET price = price + 1") != nil)
  }

  @Test("An entry that names another row, or another table")
  func otherNames() throws {
    try database.execute(
      """
      CREATE TABLE auditEntry (
        actor TEXT, action TEXT, tableName TEXT, rowId INTEGER, changes TEXT, at TEXT);
      """)
    func entry(_ table: String, _ row: Int) -> String {
      """
      INSERT INTO auditEntry VALUES ('ada', 'update', '\(table)', \(row), \
      '{"title": {"old": "Tides", "new": "Tide"}}', '1')
      """
    }
    let update = "UPDATE book SET title = 'Tide' WHERE id = 1"
    #expect(try failure(in: "auditEntry", update, entry("book", 1)) == nil)
    let row = try #require(try failure(in: "auditEntry", update, entry("book", 2)))
    #expect(row.contains("The entry in auditEntry names book 2, and the row is another"))
    let table = try #require(try failure(in: "auditEntry", update, entry("loan", 1)))
    #expect(table.contains("names the table «loan», and the row is one of book"))
    // Nothing changed for good, and the entry stays.
    let lie = try verifyAudited("change", ["book"], in: "auditEntry", on: recorder) {
      try? database.transaction {
        try database.execute(update)
        throw CancellationError()
      }
      try database.execute(entry("book", 1))
    }
    #expect(
      lie.violations.map(\.summary) == [
        "auditEntry tells of a change of book 1 that did not happen"
      ])
    // What only marks a row may be told as what it means; what changes nothing needs no entry.
    #expect(
      try failure(in: "auditEntry", update, entry("book", 1), "UPDATE book SET id = id") == nil)
  }

  @Test("Rows that are only marked as deleted, and changes that come to nothing")
  func harmless() throws {
    try database.execute(
      """
      CREATE TABLE page (
        id INTEGER PRIMARY KEY, text TEXT, deletedAt TEXT,
        length INTEGER GENERATED ALWAYS AS (length(text))
      );
      INSERT INTO page (id, text) VALUES (1, 'one');
      CREATE TABLE auditEntry (
        actor TEXT, action TEXT, tableName TEXT, rowId INTEGER, changes TEXT, at TEXT);
      """)
    func entry(_ action: String, _ changes: String) -> String {
      "INSERT INTO auditEntry VALUES ('ada', '\(action)', 'pages', 1, '\(changes)', '1')"
    }
    let page = ["page"]
    let mark = "UPDATE page SET deletedAt = '2026-11-26 10:00:00.000'"
    let marked = #"{"deletedAt": {"old": null, "new": "2026-11-26T10:00:00Z"}}"#
    #expect(try failure(in: "auditEntry", of: page, mark, entry("delete", marked)) == nil)
    // A generated column is nobody's to tell of, nor are fields that are no columns.
    let text = "UPDATE page SET text = 'seven'"
    let told = entry("update", #"{"text": {"old": "one", "new": "seven"}, "tags": ["a", "b"]}"#)
    #expect(try failure(in: "auditEntry", of: page, text, told) == nil)
    let same = "UPDATE page SET text = text"
    let gone = ["INSERT INTO page (id, text) VALUES (2, 'two')", "DELETE FROM page WHERE id = 2"]
    #expect(
      try failure(in: "auditEntry", of: page, text, told, same, gone[0], gone[1]) == nil)
    let tags = entry("update", #"{"tags": {"old": ["a"], "new": []}}"#)
    #expect(try failure(in: "auditEntry", of: page, text, told, tags) == nil)
    let delete = "DELETE FROM page"
    #expect(try failure(in: "auditEntry", of: page, delete, entry("update", "{}")) != nil)
  }

  @Test("What the log has no column for, and names that nothing has")
  func errors() throws {
    try database.execute("CREATE TABLE audit (tableName, rowId, action, at, changes, clerk)")
    func description(_ log: AuditLog, _ tables: [String] = ["book"]) throws -> String? {
      #expect(throws: HarnessError.self) { try failure(in: log, of: tables, "DELETE FROM book") }?
        .description
    }
    #expect(
      try description("audit") == """
        change: No column of audit has a usual name for who did it, such as actor, actorId, userId, \
        user: say which it is, as in AuditLog("audit", actor: "…"). Its columns are tableName, \
        rowId, action, at, changes, clerk.
        """)
    #expect(
      try description(AuditLog("audit", actor: "clark")) == """
        change: audit has no column clark, which AuditLog names for who did it. Its columns are \
        tableName, rowId, action, at, changes, clerk.
        """)
    #expect(
      try description(AuditLog("audit", actor: "clerk"), ["books"]) == """
        change: There is no table books. The tables are audit, book, loan.
        """)
  }
}
