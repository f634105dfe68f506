import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// What can't be held against the contract, and what the test then says.
@Suite("Tenants, where nothing could have gone wrong")
struct TenantDoubtTests {
  private let press: TenantPress<DatabaseQueue>

  init() throws { press = try TenantPress.inMemory() }

  private func text<Value: Equatable>(
    tenant: Int = 1, column: String = "tenantId", sharing: [String] = [], _ call: () throws -> Value
  ) -> String {
    do {
      return try verifyTenantIsolated(
        "list", on: press.recorder, tenant: tenant, column: column, sharing: sharing, call
      ).failure ?? "kept"
    } catch {
      return "\(error)"
    }
  }

  private func read(_ sql: String) throws -> Int {
    try press.database.read { db in try Int.fetchOne(db, sql: sql) ?? 0 }
  }

  @Test func nothingRan() {
    #expect(
      text { 1 } == """
        list: inconclusive. No statement ran: have it read or write the tenant's rows. Where it \
        answers from a cache, empty that in preparing:.
        """)
  }

  @Test func noTableOfTheTenants() {
    #expect(
      text { try read("SELECT price FROM plan") } == """
        list: inconclusive. It touches no table that belongs to a tenant by tenantId, only plan: \
        call what reads or writes author, invoice, page, tag, article, articleTag, comment.
        """)
  }

  @Test func noRows() throws {
    try press.database.write { db in
      try db.execute(sql: "INSERT INTO tenant VALUES (2, 'post', 'The Post', 1)")
    }
    #expect(
      text(tenant: 2) { try read("SELECT count(*) FROM article WHERE tenantId = 2") } == """
        list: inconclusive. The tenant with tenantId 2 has no row in article, so that there is \
        nothing to mistake: make some before.
        """)
  }

  @Test func anotherAnswerEachTime() {
    var calls = 0
    let text = text {
      calls += 1
      return try read("SELECT count(*) FROM article WHERE tenantId = 1") + calls * 10
    }
    #expect(
      text == """
        list: inconclusive. It answers something else each time, from the same rows: 23, then 33. \
        Return what follows from the rows alone, such as their titles.
        """)
  }

  @Test func namesThatStandForNothing() {
    #expect(
      text(sharing: ["plann"]) { 1 }.hasPrefix("list: sharing: there is no table plann. There are ")
    )
    #expect(
      text(column: "tenant") { 1 }.hasPrefix(
        "list: No table but the shared ones has a column tenant, which tells the tenant of a row."))
  }

  @Test func whatTheCodeThrowsIsTheCallers() throws {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      try assertTenantIsolated("list", on: press.recorder, tenant: 1, column: "tenantId") {
        throw Broken()
      }
    }
    #expect(try read("SELECT count(*) FROM article") == 3)
  }
}
