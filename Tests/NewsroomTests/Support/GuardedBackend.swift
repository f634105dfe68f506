import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudgetGRDB
import QueryBudgetSQLite

/// The backend on a database whose every statement is recorded.
struct GuardedBackend {
  let recorder: StatementRecorder
  let backend: Backend
  let tenant: Tenant

  /// Runs `body` against a fresh backend in memory, with one tenant.
  static func run(_ body: @Sendable (GuardedBackend) async throws -> Void) async throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try Newsroom.migrate(database)
    let app = try Newsroom.application(database: database)
    try await app.test(.router) { client in
      let backend = Backend(database: database, client: client)
      let tenant = try await backend.tenant()
      try await body(GuardedBackend(recorder: recorder, backend: backend, tenant: tenant))
    }
  }

  /// Adds articles, each with an author and two tags of its own; the first has id 1.
  func publish(_ articles: Int) async throws {
    for number in 1...articles {
      let author = try await backend.author("Author \(number)", of: tenant)
      try await backend.article(
        "article-\(number)", of: tenant, by: author, hour: number,
        tags: ["tag-\(number)", "other-tag-\(number)"])
    }
  }
}
