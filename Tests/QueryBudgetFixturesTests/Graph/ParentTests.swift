import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Which rows refer to which.
@Suite("Parents of rows")
struct ParentTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
  }

  private func schema(_ sql: String) throws { try database.execute(sql) }

  private func count(_ table: String) throws -> Int {
    try database.value("SELECT count(*) FROM \(SQLName.quoted(table))")
  }

  private func publishing() throws {
    try schema(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE);
      CREATE TABLE author(
        id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant,
        authorId INTEGER NOT NULL REFERENCES author, editorId INTEGER REFERENCES author,
        title TEXT NOT NULL);
      """)
  }

  @Test("each row has parents of its own, optional ones among them")
  func own() throws {
    try publishing()
    try fixtures.create("article", count: 10)
    #expect(try count("article") == 10)
    #expect(try count("author") == 20)
    let different = try database.query(
      """
      SELECT count(DISTINCT authorId) AS a, count(DISTINCT editorId) AS e,
        count(DISTINCT tenantId) AS t FROM article
      """)[0]
    #expect(different.values == [10, 10, 10])
    #expect(try database.value("SELECT count(*) FROM article WHERE authorId = editorId") == 0)
    try database.expectValid()
  }

  @Test("what is shared is one row for all, however it is reached")
  func sharing() throws {
    try publishing()
    try fixtures.create("article", count: 10, sharing: ["tenant"])
    #expect(try count("tenant") == 1)
    #expect(try count("author") == 20)
  }

  @Test("a column may be shared by itself")
  func sharedColumn() throws {
    try publishing()
    try fixtures.create("article", count: 10, sharing: ["article.authorId", "tenant"])
    let different = try database.query(
      "SELECT count(DISTINCT authorId) AS a, count(DISTINCT editorId) AS e FROM article")[0]
    #expect(different.values == [1, 10])
  }

  @Test("a row that is there is shared by itself or by its key")
  func givenRow() throws {
    try publishing()
    let tenant = try fixtures.create("tenant")
    try fixtures.create("article", count: 3, sharing: [.row(tenant)])
    try fixtures.create("article", count: 3, sharing: [.row(of: "tenant", tenant.id)])
    #expect(try count("tenant") == 1)
    #expect(try count("article") == 6)
  }

  @Test("a foreign key that is given gets no parent; NULL is given too")
  func givenKey() throws {
    try publishing()
    let author = try fixtures.create("author")
    try fixtures.create("article", count: 4, ["authorId": author, "editorId": SQLiteValue.null])
    #expect(try count("author") == 1)
    #expect(try database.value("SELECT count(editorId) FROM article") == 0)
  }

  @Test("rows that are given nothing get parents beside those that are")
  func partlyGiven() throws {
    try publishing()
    let author = try fixtures.create("author")
    try fixtures.create("article", count: 4, sharing: ["tenant"]) { number in
      number == 1 ? ["authorId": author] : [:]
    }
    #expect(try database.value("SELECT count(DISTINCT authorId) FROM article") == 4)
    // The one that is given, three more, and four editors.
    #expect(try count("author") == 8)
    try database.expectValid()
  }

  @Test("composite keys that share a column mean one tenant")
  func sharedTenant() throws {
    try schema(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY);
      CREATE TABLE author(
        tenantId INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, PRIMARY KEY(tenantId, id));
      CREATE TABLE category(
        tenantId INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, PRIMARY KEY(tenantId, id));
      CREATE TABLE article(
        id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, authorId INTEGER NOT NULL,
        categoryId INTEGER NOT NULL,
        FOREIGN KEY(tenantId, authorId) REFERENCES author(tenantId, id),
        FOREIGN KEY(tenantId, categoryId) REFERENCES category(tenantId, id));
      """)
    try fixtures.create("article", count: 10)
    #expect(try count("tenant") == 10)
    #expect(try count("author") == 10)
    try database.expectValid()
  }

  @Test("a row of a tree refers to the one before it, the first to none or to itself")
  func trees() throws {
    try schema(
      """
      CREATE TABLE employee(id INTEGER PRIMARY KEY, managerId INTEGER REFERENCES employee);
      CREATE TABLE node(id INTEGER PRIMARY KEY, parentId INTEGER NOT NULL REFERENCES node);
      """)
    try fixtures.create("employee", count: 4)
    try fixtures.create("node", count: 4)
    #expect(
      try database.query("SELECT managerId FROM employee ORDER BY id").map { $0.values[0] }
        == [nil, 1, 2, 3])
    #expect(
      try database.query("SELECT parentId FROM node ORDER BY id").map { $0.values[0] }
        == [1, 1, 2, 3])
  }

  @Test("two tables that refer to each other are closed into a circle")
  func circle() throws {
    try schema(
      """
      CREATE TABLE department(
        id INTEGER PRIMARY KEY, managerId INTEGER REFERENCES employee);
      CREATE TABLE employee(
        id INTEGER PRIMARY KEY, departmentId INTEGER NOT NULL REFERENCES department);
      """)
    try fixtures.create("employee", count: 5)
    #expect(try count("department") == 5)
    #expect(
      try database.value(
        "SELECT count(*) FROM department d JOIN employee e ON e.id = d.managerId AND e.departmentId = d.id"
      ) == 5)
    try database.expectValid()
  }

  @Test("a circle without NULL is closed where one foreign key is deferred")
  func deferredCircle() throws {
    try schema(
      """
      CREATE TABLE a(
        id INTEGER PRIMARY KEY,
        bId INTEGER NOT NULL REFERENCES b DEFERRABLE INITIALLY DEFERRED);
      CREATE TABLE b(id INTEGER PRIMARY KEY, aId INTEGER NOT NULL REFERENCES a);
      """)
    try fixtures.create("b", count: 5)
    try fixtures.create("a", count: 5)
    #expect(try count("a") == 10)
    try database.expectValid()
  }

  @Test("a foreign key may refer to a column that is no primary key, and to text")
  func otherKeys() throws {
    try schema(
      """
      CREATE TABLE country(id INTEGER PRIMARY KEY, code CHAR(2) NOT NULL UNIQUE);
      CREATE TABLE city(id TEXT PRIMARY KEY, countryCode TEXT NOT NULL REFERENCES country(code));
      CREATE TABLE mayor(cityId TEXT PRIMARY KEY REFERENCES city) WITHOUT ROWID;
      """)
    let mayors = try fixtures.create("mayor", count: 30)
    #expect(try count("country") == 30)
    #expect(mayors[0].key.map(\.column) == ["cityId"])
    #expect(try mayors[29]["cityId"] == mayors[29].id)
    try database.expectValid()
  }

  @Test("all of a few kinds are there from the first rows on")
  func allKinds() throws {
    try schema(
      """
      CREATE TABLE kind(name TEXT PRIMARY KEY CHECK (name IN ('a', 'b', 'c')));
      CREATE TABLE thing(id INTEGER PRIMARY KEY, kind TEXT NOT NULL REFERENCES kind);
      """)
    try fixtures.create("thing", count: 10)
    #expect(try database.value("SELECT count(DISTINCT kind) FROM thing") == 3)
    try database.expectValid()
  }

  @Test("a table of a few kinds is shared by turns")
  func fewKinds() throws {
    try schema(
      """
      CREATE TABLE kind(name TEXT PRIMARY KEY CHECK (name IN ('a', 'b', 'c')));
      CREATE TABLE thing(id INTEGER PRIMARY KEY, kind TEXT NOT NULL REFERENCES kind);
      """)
    try fixtures.create("thing", count: 2)
    try fixtures.create("thing", count: 2)
    try fixtures.create("thing", count: 10)
    #expect(try count("kind") <= 3)
    #expect(try count("thing") == 14)
    try database.expectValid()
  }

  @Test("tables that are asked for together refer to one another")
  func together() throws {
    try publishing()
    let made = try fixtures.create(["tenant": 1, "author": 2, "article": 10])
    #expect(made.map(\.count) == [1, 2, 10])
    #expect(try count("tenant") == 1)
    #expect(try count("author") == 2)
    #expect(try database.value("SELECT count(DISTINCT authorId) FROM article") == 2)
    try database.expectValid()
  }
}
