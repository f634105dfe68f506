import GRDB
public import Hummingbird

/// `/api/audit`: what was done to the tenant's rows, for its admins.
struct AuditRoutes {
  let database: any DatabaseWriter

  var routes: RouteCollection<TenantContext> {
    RouteCollection(context: TenantContext.self)
      .get(use: list)
  }

  @Sendable func list(request: Request, context: TenantContext) async throws -> AuditPage {
    try await AuditStore(database, scope: context.scope)
      .list(Paging(query: request.uri.queryParameters))
  }
}

extension AuditPage: ResponseEncodable {}
