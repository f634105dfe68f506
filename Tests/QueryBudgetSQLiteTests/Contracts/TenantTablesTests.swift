import QueryBudget
@testable import QueryBudgetSQLite
import Testing

/// Which tables, and which rows of them, belong to a tenant.
@Suite struct TenantTablesTests {
  private let recorder = StatementRecorder()
  private let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE plan(id INTEGER PRIMARY KEY);
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, slug TEXT UNIQUE, planId REFERENCES plan);
      CREATE TABLE article(id INTEGER PRIMARY KEY, TENANTID INTEGER REFERENCES tenant, slug TEXT);
      CREATE TABLE comment(
        id INTEGER PRIMARY KEY, articleId REFERENCES article, answerTo REFERENCES comment);
      CREATE TABLE invite(id INTEGER PRIMARY KEY, invited INTEGER REFERENCES tenant);
      CREATE TABLE country(code TEXT PRIMARY KEY);
      INSERT INTO tenant VALUES (1, 'times', NULL), (2, 'post', NULL);
      INSERT INTO article VALUES (1, 1, 'a'), (2, 2, 'a'), (3, 1, 'b'), (4, NULL, 'c');
      INSERT INTO comment VALUES (1, 1, NULL), (2, 2, NULL), (3, NULL, 1), (4, NULL, 3);
      INSERT INTO invite VALUES (1, 1), (2, 2);
      """)
  }

  private func tables(column: String = "tenantId", sharing: [String] = []) throws -> TenantTables {
    try TenantTables(SchemaReader.schema(of: recorder), column: column, sharing: sharing)
  }

  private func rows(of tenant: SQLiteValue) throws -> OwnedRows {
    OwnedRows(of: [tenant], in: try SavedDatabases(of: recorder).contents(), tables: try tables())
  }

  @Test func tablesByTheirColumnAndTheirKeys() throws {
    let tables = try tables()
    #expect(tables.columns == ["article": "TENANTID", "invite": "invited"])
    #expect(Array(tables.links.keys) == ["comment"])
    #expect(tables.tenants == TableColumn(table: "tenant", column: "id"))
    #expect(tables.owned == ["article", "invite", "comment"])
    let shared = try self.tables(sharing: ["ARTICLE", "tenant"])
    #expect(shared.owned == ["invite"])
    #expect(!shared.addsTenant)
  }

  @Test func namesThatStandForNothing() {
    #expect(
      throws: HarnessError(
        "sharing: there is no table artcle. There are article, comment, country, invite, plan, "
          + "tenant.")
    ) {
      try tables(sharing: ["artcle"])
    }
    #expect(throws: HarnessError.self) { try tables(column: "owner") }
  }

  @Test func rowsOfTheTenantAndWhatHangsOnThem() throws {
    let owned = try rows(of: 1)
    #expect(
      owned.rows.map { "\($0.table) \($0.keyText)" } == [
        "article id 1", "article id 3", "invite id 1", "comment id 1", "comment id 3",
        "comment id 4",
      ])
    #expect(owned.tenantRow?.values == [1, "times", .null])
  }

  @Test func copiesReferToCopies() throws {
    let contents = try SavedDatabases(of: recorder).contents()
    let copies = NeighbourCopies(of: try rows(of: 1), in: contents, .after)
    #expect(copies.tenant == 3)
    #expect(
      copies.rows.map(\.values) == [
        [3, "times-2", .null], [5, 3, "a"], [6, 3, "b"], [3, 3], [5, 5, .null], [6, .null, 5],
        [7, .null, 6],
      ])
    let before = NeighbourCopies(of: try rows(of: 1), in: contents, .before)
    #expect(before.rows.map { $0.values[0] } == [0, -1, 0, 0, -2, -1, 0])
    #expect(copies.handedOver().map(\.new.values) == [[1, 3, "a"], [3, 3, "b"], [1, 3]])
  }
}
