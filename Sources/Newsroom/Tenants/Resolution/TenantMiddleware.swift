import Foundation
import Hummingbird

/// Finds out, once, which tenant a request is for and who sends it, and puts both into its context.
struct TenantMiddleware: RouterMiddleware {
  let tenants: TenantStore
  let resolution: TenantResolution
  let now: @Sendable () -> Date

  func handle(
    _ request: Request,
    context: NewsroomContext,
    next: @concurrent (Request, NewsroomContext) async throws -> Response
  ) async throws -> Response {
    let claim = try resolution.claim(of: TenantRequest(request), now: now())
    guard let tenant = try await tenants.tenant(slug: claim.slug) else {
      throw TenantError.unknown(claim.slug)
    }
    let scope = TenantScope(tenant, actor: claim.actor, role: claim.role)
    try scope.demand(request.method.isSafe ? .reader : .editor)
    var context = context
    context.scope = scope
    return try await next(request, context)
  }
}

extension TenantRequest {
  init(_ request: Request) {
    authorization = request.headers[values: .authorization]
    headers = request.headers
      .filter { $0.name.canonicalName == "x-tenant" }
      .map(\.value)
    host = request.head.authority ?? ""
  }
}

extension HTTPRequest.Method {
  /// Whether the method changes nothing: RFC 9110, section 9.2.1.
  fileprivate var isSafe: Bool { [.get, .head, .options, .trace].contains(self) }
}
