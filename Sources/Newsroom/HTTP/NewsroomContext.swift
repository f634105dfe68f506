import Foundation
import Hummingbird

/// What is known of any request.
struct NewsroomContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The tenant and who asks, below `/api`.
  var scope: TenantScope?
  var responseEncoder: JSONEncoder { .newsroom }

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}

/// What is known of a request that is a tenant's.
struct TenantContext: ChildRequestContext {
  var coreContext: CoreRequestContextStorage
  let scope: TenantScope
  var requestDecoder: JSONDecoder { .newsroom }
  var responseEncoder: JSONEncoder { .newsroom }

  init(context: NewsroomContext) throws {
    guard let scope = context.scope else { throw ScopeMissing() }
    self.coreContext = context.coreContext
    self.scope = scope
  }
}

/// A mistake of ours: a route below no ``TenantMiddleware`` asks for a tenant.
private struct ScopeMissing: Error, CustomStringConvertible {
  var description: String { "The route has no tenant; add it below TenantMiddleware." }
}
