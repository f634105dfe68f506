import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// The store without the mistakes, each method held against the contract.
@Suite("Code that holds everything to its tenant, on GRDB")
struct TenantKeptTests {
  private let press: TenantPress<DatabaseQueue>
  private let store: TidyStore<DatabaseQueue>

  init() throws {
    press = try TenantPress.inMemory()
    store = TidyStore(database: press.database, tenant: 1)
  }

  private func keeps<Value: Equatable>(
    _ name: String, sharing: [String] = [], _ call: () throws -> Value
  ) throws -> Value? {
    let before = try rows()
    let value = try assertTenantIsolated(
      name, on: press.recorder, tenant: 1, column: "tenantId", sharing: sharing, call)
    #expect(try rows() == before)
    return value
  }

  private func rows() throws -> [[GRDB.Row]] {
    try press.database.read { db in
      try ["tenant", "author", "article", "comment", "tag", "articleTag", "page", "invoice"].map {
        try GRDB.Row.fetchAll(db, sql: "SELECT * FROM \($0)")
      }
    }
  }

  @Test func reads() throws {
    #expect(try keeps("list") { try store.list() } == ["Hello", "News"])
    #expect(try keeps("article") { try store.article(id: 1) } == "Hello")
    #expect(try keeps("count") { try store.count() } == 3)
    #expect(try keeps("isTaken") { try store.isTaken(slug: "hello") } == true)
    #expect(try keeps("comments") { try store.comments(of: 1) } == ["First", "Second"])
  }

  @Test func childrenOfParentsThatWereLoaded() throws {
    #expect(
      try keeps("withTags") { try store.withTags() }
        == ["Hello": ["swift", "sql"], "News": ["sql"], "Draft": []])
    #expect(try keeps("withAuthors") { try store.withAuthors() } == ["HelloAda", "NewsBob"])
  }

  @Test func tablesOfAllTenantsAndTheTenantByItsName() throws {
    #expect(try keeps("price", sharing: ["plan"]) { try store.price(tenant: "times") } == 30)
  }

  @Test func writes() throws {
    try assertTenantIsolated("rename", on: press.recorder, tenant: 1, column: "tenantId") {
      try store.rename(1, to: "Hi")
    }
    try assertTenantIsolated("delete", on: press.recorder, tenant: 1, column: "tenantId") {
      try store.delete(comment: 1)
    }
  }

  @Test func keysThatTheDatabaseGives() throws {
    #expect(try keeps("publish") { try store.publish("New", author: 1) } == 4)
    #expect(try keeps("invoice") { try store.invoice(5) } == #"{"id":3,"number":3}"#)
  }
}
