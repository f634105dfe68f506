import GRDB
import Newsroom
import QueryBudgetGRDB
import QueryBudgetTesting

/// A tenant's articles in a database whose every statement is recorded.
struct GuardedStore {
  let recorder = StatementRecorder()
  let store: ArticleStore
  private let tenant: Int64

  init() throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try Newsroom.migrate(database)
    let row = try Fixtures(recorder).create("tenant", ["slug": "daily", "name": "Daily"])
    tenant = try row.value("id")
    let daily = Tenant(id: tenant, slug: "daily", name: "Daily")
    store = ArticleStore(database, scope: TenantScope(daily, actor: .anonymous))
  }

  /// Articles of the tenant, each with an author and two tags of its own; the first has id 1.
  var articles: RowAxis {
    .rows("article", sharing: [.row(of: "tenant", tenant)], children: ["tag": 2])
  }
}
