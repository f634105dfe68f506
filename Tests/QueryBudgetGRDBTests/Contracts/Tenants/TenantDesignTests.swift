import Foundation
import QueryBudgetTesting
import Testing

/// Schemas that are designed otherwise, and code that keeps tenants apart in them.
@Suite("Tenants in schemas of many designs")
struct TenantDesignTests {
  private let recorder = StatementRecorder()
  private let database: RecordingDatabase

  init() throws { database = try RecordingDatabase(.inMemory, recorder: recorder) }

  @Test func keysWithTheTenantInThem() throws {
    try database.execute(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY);
      CREATE TABLE author(
        tenantId INTEGER REFERENCES tenant, id INTEGER, name TEXT, PRIMARY KEY (tenantId, id));
      CREATE TABLE article(
        tenantId INTEGER, id INTEGER, authorId INTEGER, title TEXT, PRIMARY KEY (tenantId, id),
        FOREIGN KEY (tenantId, authorId) REFERENCES author(tenantId, id));
      INSERT INTO tenant VALUES (1);
      INSERT INTO author VALUES (1, 1, 'Ada');
      INSERT INTO article VALUES (1, 1, 1, 'Hello');
      """)
    // The foreign key carries the tenant: nobody has to look the author up.
    try assertTenantIsolated("publish", on: recorder, tenant: 1, column: "tenantId") {
      try database.execute(
        """
        INSERT INTO article(tenantId, id, authorId, title)
        VALUES (1, (SELECT ifnull(max(id), 0) + 1 FROM article WHERE tenantId = 1), 1, 'New')
        """)
    }
    let result = try verifyTenantIsolated("get", on: recorder, tenant: 1, column: "tenantId") {
      try database.query("SELECT title FROM article WHERE id = 1").count
    }
    #expect(result.verdict == .broken)
  }

  @Test(arguments: [true, false])
  func randomKeys(isText: Bool) throws {
    let (tenant, article) = (UUID(), UUID())
    func stored(_ id: UUID) -> any SQLiteBindable {
      isText ? id.uuidString : withUnsafeBytes(of: id.uuid) { Array($0) }
    }
    try database.execute(
      """
      CREATE TABLE organization(id BLOB PRIMARY KEY NOT NULL, name TEXT) WITHOUT ROWID;
      CREATE TABLE article(
        id BLOB PRIMARY KEY NOT NULL, organization_id BLOB NOT NULL REFERENCES organization,
        title TEXT, created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """)
    try database.execute("INSERT INTO organization VALUES (?, 'Times')", [stored(tenant)])
    try database.execute(
      "INSERT INTO article(id, organization_id, title) VALUES (?, ?, 'Hello')",
      [stored(article), stored(tenant)])
    // Another key and another time in each run.
    let value = try assertTenantIsolated(
      "publish", on: recorder, tenant: tenant, column: "organization_id"
    ) {
      let id = UUID()
      try database.execute(
        "INSERT INTO article(id, organization_id, title, created_at) VALUES (?, ?, 'New', ?)",
        [stored(id), stored(tenant), Date.now.formatted(.iso8601)])
      let rows = try database.query(
        "SELECT * FROM article WHERE organization_id = ? AND created_at <= ? ORDER BY title",
        [stored(tenant), Date.now.formatted(.iso8601)])
      // Far enough apart that each run has another second.
      Thread.sleep(forTimeInterval: 0.4)
      let expiry = (Date.now + 30 * 86_400).formatted(.iso8601)
      return "\(rows.count) \(id) at \(Date.now), until \(expiry)"
    }
    #expect(value != nil)
    let result = try verifyTenantIsolated(
      "get", on: recorder, tenant: tenant, column: "organization_id"
    ) {
      try database.query("SELECT title FROM article WHERE id = ?", [stored(article)]).count
    }
    #expect(result.verdict == .broken)
  }

  @Test func usersOfAllTenants() throws {
    try database.execute(
      """
      CREATE TABLE account(id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE);
      CREATE TABLE member(
        tenantId INTEGER NOT NULL, email TEXT NOT NULL UNIQUE, accountId INTEGER REFERENCES account);
      CREATE TABLE article(id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL);
      INSERT INTO account VALUES (1, 'ada@example.org');
      INSERT INTO member VALUES (1, 'ada@example.org', 1);
      INSERT INTO article VALUES (1, 1);
      """)
    func invite() throws -> String {
      let known = try database.query("SELECT 1 FROM account WHERE email = 'ada@example.org'")
      _ = try database.query("SELECT count(*) FROM article WHERE tenantId = 1")
      if known.isEmpty { return "none" }
      try database.execute(
        "INSERT INTO member VALUES (1, 'ada@example.org', 1) ON CONFLICT (email) DO NOTHING")
      return "invited"
    }
    try assertTenantIsolated(
      "invite", on: recorder, tenant: 1, column: "tenantId", sharing: ["member"], invite)
    #expect(
      try verifyTenantIsolated("invite", on: recorder, tenant: 1, column: "tenantId", invite)
        .verdict == .broken)
  }

  @Test func softDeletesAndScopedViews() throws {
    try database.execute(
      """
      CREATE TABLE tenants(id INTEGER PRIMARY KEY, current INTEGER);
      CREATE TABLE notes(id INTEGER PRIMARY KEY, TENANT_ID INTEGER, body TEXT, deleted_at TEXT);
      CREATE VIEW live_notes AS SELECT * FROM notes WHERE deleted_at IS NULL;
      CREATE VIEW my_notes AS SELECT notes.* FROM notes JOIN tenants
        ON tenants.id = notes.TENANT_ID WHERE tenants.current;
      INSERT INTO tenants VALUES (7, 1);
      INSERT INTO notes VALUES (1, 7, 'a', NULL), (2, 7, 'b', '2020-01-01');
      """)
    try assertTenantIsolated("delete", on: recorder, tenant: 7, column: "tenant_id") {
      try database.execute(
        "UPDATE notes SET deleted_at = CURRENT_TIMESTAMP WHERE id = 1 AND tenant_id = 7")
      return try database.query("SELECT body FROM live_notes WHERE tenant_id = 7").count
    }
    let result = try verifyTenantIsolated("live", on: recorder, tenant: 7, column: "tenant_id") {
      try database.query("SELECT body FROM live_notes").count
    }
    #expect(result.verdict == .broken)
  }

  @Test func searchedTextsAndTriggers() throws {
    try database.execute(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, slug TEXT UNIQUE, CHECK (slug GLOB '[a-z]*'));
      CREATE TABLE article(
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0), tenantId INTEGER REFERENCES tenant,
        title TEXT);
      CREATE TABLE audit(id INTEGER PRIMARY KEY, tenantId INTEGER, note TEXT);
      CREATE VIRTUAL TABLE found USING fts5(title, content='article', content_rowid='id');
      CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
        INSERT INTO found(rowid, title) VALUES (NEW.id, NEW.title);
        INSERT INTO audit(tenantId, note) VALUES (NEW.tenantId, 'added ' || NEW.id);
      END;
      CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'stays'); END;
      CREATE TRIGGER audit_stays_too BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'stays'); END;
      INSERT INTO tenant VALUES (1, 'times');
      INSERT INTO article(tenantId, title) VALUES (1, 'Hello');
      """)
    try assertTenantIsolated("search", on: recorder, tenant: 1, column: "tenantId") {
      try database.query(
        """
        SELECT article.title FROM found JOIN article ON article.id = found.rowid
        WHERE found MATCH 'hello' AND article.tenantId = 1
        """
      ).count
    }
    try assertTenantIsolated("audit", on: recorder, tenant: 1, column: "tenantId") {
      try database.execute("INSERT INTO article(tenantId, title) VALUES (1, 'New')")
      return try database.query("SELECT id, note FROM audit WHERE tenantId = 1").count
    }
    let result = try verifyTenantIsolated("search", on: recorder, tenant: 1, column: "tenantId") {
      try database.query(
        """
        SELECT article.title FROM found JOIN article ON article.id = found.rowid
        WHERE found MATCH 'hello'
        """
      ).count
    }
    #expect(result.verdict == .broken)
  }

  @Test func keysOfAllTenants() throws {
    try database.execute(
      """
      CREATE TABLE article(id INTEGER PRIMARY KEY, tenantId INTEGER, slug TEXT UNIQUE);
      INSERT INTO article VALUES (1, 1, 'hello');
      """)
    let result = try verifyTenantIsolated("publish", on: recorder, tenant: 1, column: "tenantId") {
      for slug in ["hello", "hello-again"] {
        do {
          try database.execute("INSERT INTO article(tenantId, slug) VALUES (1, ?)", [slug])
          return slug
        } catch let error as SQLiteError {
          guard error.code == 2067 else { throw error }
        }
      }
      return "none"
    }
    let failure = result.failure ?? "kept"
    #expect(failure.contains("the database refused a write, which it takes where nobody has them"))
    #expect(
      failure.contains(
        """
            UNIQUE (slug) of article spans all tenants, and so tells one what another has: make it \
        UNIQUE (tenantId, slug).
            Where all tenants share those rows by design, say so: sharing: ["article"].
        """))
    #expect(failure.contains("It returned hello-again, and hello where nobody has them."))
  }

  @Test func theOwnerOfTheTenant() throws {
    try database.execute(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, ownerId INTEGER REFERENCES person);
      CREATE TABLE person(id INTEGER PRIMARY KEY, tenantId INTEGER REFERENCES tenant, name TEXT);
      INSERT INTO tenant VALUES (1, NULL);
      INSERT INTO person VALUES (1, 1, 'Ada'), (2, 1, 'Bob');
      UPDATE tenant SET ownerId = 2;
      """)
    try assertTenantIsolated("owner", on: recorder, tenant: 1, column: "tenantId") {
      let tenant = try database.query("SELECT ownerId FROM tenant WHERE id = 1")
      let owner = tenant.first?["ownerId"] ?? .null
      return try database.query("SELECT name FROM person WHERE id = ?", [owner])
    }
  }

  @Test func valuesThatTheSchemaNarrows() throws {
    try database.execute(
      """
      CREATE TABLE desk(
        tenantId INTEGER, code TEXT NOT NULL UNIQUE CHECK (length(code) = 2),
        email TEXT NOT NULL, isMain INTEGER NOT NULL DEFAULT 0);
      CREATE UNIQUE INDEX desk_email ON desk(lower(email));
      CREATE UNIQUE INDEX desk_main ON desk(tenantId) WHERE isMain;
      INSERT INTO desk VALUES (1, 'ab', 'Ada@example.org', 1), (1, 'cd', 'bob@example.org', 0);
      """)
    let result = try verifyTenantIsolated("desks", on: recorder, tenant: 1, column: "tenantId") {
      try database.query("SELECT count(*) FROM desk").map(\.values)
    }
    #expect(result.failure?.contains("it read (4), and (2) without them") == true)
    try assertTenantIsolated("desks", on: recorder, tenant: 1, column: "tenantId") {
      try database.query("SELECT * FROM desk WHERE tenantId = 1 AND isMain")
    }
  }
}
