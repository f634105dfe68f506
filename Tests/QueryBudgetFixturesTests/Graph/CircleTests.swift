import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Tables that refer to one another in a circle.
@Suite("Circles of tables")
struct CircleTests {
  private func database(_ sql: String) throws -> RecordingDatabase {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(sql)
    return database
  }

  @Test("a shared row may need rows that refer to it", arguments: ["desk", "team", "person"])
  func shared(_ table: String) throws {
    let database = try database(
      """
      CREATE TABLE team(id INTEGER PRIMARY KEY, leadId INTEGER REFERENCES person);
      CREATE TABLE person(
        id INTEGER PRIMARY KEY, teamId INTEGER NOT NULL REFERENCES team,
        deskId INTEGER NOT NULL REFERENCES desk);
      CREATE TABLE desk(
        id INTEGER PRIMARY KEY,
        personId INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED);
      """)
    let rows = try Fixtures(database).create(
      "person", count: 10, sharing: [Shared(stringLiteral: table)])
    #expect(rows.count == 10)
    try database.expectValid()
  }

  @Test("of keys that may not be NULL: the error names it, also where one of them is shared")
  func impossible() throws {
    let database = try database(
      """
      CREATE TABLE a(id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b);
      CREATE TABLE b(id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a);
      """)
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("a", count: 10, sharing: ["b"])
    }
    #expect(error?.description.contains("refer to one another") == true)
    #expect(try database.value("SELECT count(*) FROM a") == 0)
  }

  /// Accounts of a tenant have an owner, who has an account there.
  private let tenants = """
    CREATE TABLE tenant(id TEXT PRIMARY KEY CHECK(length(id) = 36)) WITHOUT ROWID;
    CREATE TABLE account(
      tenant TEXT NOT NULL REFERENCES tenant, id INTEGER NOT NULL, owner INTEGER,
      PRIMARY KEY(tenant, id), FOREIGN KEY(tenant, owner) REFERENCES person(tenant, id));
    CREATE TABLE person(
      tenant TEXT NOT NULL, id INTEGER NOT NULL, account INTEGER NOT NULL,
      PRIMARY KEY(tenant, id), FOREIGN KEY(tenant, account) REFERENCES account(tenant, id));
    CREATE TABLE entry(
      tenant TEXT NOT NULL, id INTEGER NOT NULL, debit INTEGER NOT NULL, credit INTEGER NOT NULL,
      PRIMARY KEY(tenant, id), CHECK(debit <> credit),
      FOREIGN KEY(tenant, debit) REFERENCES account, FOREIGN KEY(tenant, credit) REFERENCES account);
    """

  @Test("whose keys share a column: both ways lead to one tenant", arguments: ["entry", "person"])
  func sharedColumn(_ table: String) throws {
    let database = try database(tenants)
    let fixtures = Fixtures(database)
    for count in [1, 10] { try fixtures.create(table, count: count) }
    #expect(try database.value("SELECT count(*) FROM \(table)") == 11)
    #expect(try database.value("SELECT count(*) FROM account WHERE owner IS NULL") == 0)
    #expect(try database.value("SELECT count(*) FROM tenant") == 11)
    try database.expectValid()
  }

  @Test("with a place for one row only: the second row that is needed leaves it empty")
  func taken() throws {
    let database = try database(
      """
      CREATE TABLE site(id INTEGER PRIMARY KEY, main INTEGER UNIQUE REFERENCES department);
      CREATE TABLE department(
        id INTEGER PRIMARY KEY, head INTEGER REFERENCES employee,
        site INTEGER NOT NULL REFERENCES site);
      CREATE TABLE employee(
        id INTEGER PRIMARY KEY, department INTEGER NOT NULL REFERENCES department,
        site INTEGER NOT NULL REFERENCES site);
      """)
    try Fixtures(database).create("department", count: 10)
    #expect(try database.value("SELECT count(*) FROM site WHERE main IS NOT NULL") == 10)
    #expect(try database.value("SELECT count(*) FROM site") == 20)
    try database.expectValid()
  }

  @Test("a place that a shared row has for one row only stays empty in rows that are needed")
  func sharedPlace() throws {
    let database = try database(
      """
      CREATE TABLE department(id INTEGER PRIMARY KEY);
      CREATE TABLE site(id INTEGER PRIMARY KEY, main INTEGER UNIQUE REFERENCES department);
      CREATE TABLE employee(
        id INTEGER PRIMARY KEY, department INTEGER NOT NULL REFERENCES department,
        site INTEGER NOT NULL REFERENCES site);
      """)
    let fixtures = Fixtures(database)
    try fixtures.create("employee", count: 10, sharing: ["department"])
    #expect(try database.value("SELECT count(main) FROM site") == 0)
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create("site", count: 2, sharing: ["department"])
    }
    #expect(error?.column == "main")
  }

  @Test("a ring in one table: each row has another one next, and no two the same")
  func ring() throws {
    let database = try database(
      """
      CREATE TABLE ring(
        id INTEGER PRIMARY KEY,
        next INTEGER NOT NULL UNIQUE REFERENCES ring DEFERRABLE INITIALLY DEFERRED);
      CREATE TABLE own(id TEXT PRIMARY KEY, first TEXT NOT NULL UNIQUE REFERENCES own);
      """)
    for count in [1, 10, 100] {
      try Fixtures(database).create("ring", count: count)
      try Fixtures(database).create("own", count: count)
    }
    #expect(try database.value("SELECT count(*) FROM ring WHERE next = id") == 1)
    #expect(try database.value("SELECT count(*) FROM own WHERE first = id") == 111)
    try database.expectValid()
  }
}
