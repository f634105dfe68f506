import Hummingbird

/// Finds the tenant that a request names, once, and puts it into the request's context.
struct TenantMiddleware: RouterMiddleware {
  let tenants: TenantStore

  func handle(
    _ request: Request,
    context: NewsroomContext,
    next: @concurrent (Request, NewsroomContext) async throws -> Response
  ) async throws -> Response {
    guard let slug = request.headers.tenantSlug else { throw NewsroomError.tenantMissing }
    guard let tenant = try await tenants.tenant(slug: slug) else {
      throw NewsroomError.tenantUnknown(slug)
    }
    var context = context
    context.scope = TenantScope(tenant, actor: .anonymous)
    return try await next(request, context)
  }
}

extension HTTPFields {
  /// What the `X-Tenant` header holds, unless that is nothing.
  fileprivate var tenantSlug: String? {
    first { $0.name.canonicalName == "x-tenant" && !$0.value.isEmpty }?.value
  }
}
