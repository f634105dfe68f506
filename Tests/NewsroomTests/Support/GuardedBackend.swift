import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudgetGRDB
import QueryBudgetTesting

/// The backend on a database whose every statement is recorded.
struct GuardedBackend {
  let recorder: StatementRecorder
  let backend: Backend
  let tenant: Tenant
  /// What takes the money.
  let gateway: TestGateway

  /// Runs `body` against a fresh backend in memory, with one tenant.
  static func run(_ body: @Sendable (GuardedBackend) async throws -> Void) async throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try Newsroom.migrate(database)
    let gateway = TestGateway()
    let app = try Newsroom.application(database: database, services: Services(gateway: gateway))
    try await app.test(.router) { client in
      let backend = Backend(database: database, client: client)
      let tenant = try await backend.tenant()
      try await body(
        GuardedBackend(recorder: recorder, backend: backend, tenant: tenant, gateway: gateway))
    }
  }

  /// Articles of the tenant, each with an author and two tags of its own; the first has id 1.
  var articles: RowAxis {
    .rows("article", sharing: [.row(of: "tenant", tenant.id)], children: ["tag": 2])
  }

  /// Comments on the article 1 of the tenant.
  var comments: RowAxis {
    .rows("comment", ["tenantId": tenant.id, "articleId": 1])
  }

  /// Entries of the tenant's audit log.
  var auditEntries: RowAxis {
    .rows("auditEntry", ["tenantId": tenant.id, "action": "insert", "changes": "{}"])
  }

  /// Adds one article.
  func publish() throws {
    try Fixtures(recorder).create("article", sharing: [.row(of: "tenant", tenant.id)])
  }
}
