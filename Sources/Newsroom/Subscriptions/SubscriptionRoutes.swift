import GRDB
public import Hummingbird

/// `/api/subscriptions`: each route calls the store or the service and returns what it says.
struct SubscriptionRoutes {
  let database: any DatabaseWriter
  let gateway: any PaymentGateway

  var routes: RouteCollection<TenantContext> {
    RouteCollection(context: TenantContext.self)
      .get(use: list)
      .get(":id", use: get)
      .post(use: create)
      .delete(":id", use: cancel)
  }

  @Sendable func list(request: Request, context: TenantContext) async throws -> SubscriptionPage {
    try await store(context).list(Paging(query: request.uri.queryParameters))
  }

  @Sendable func get(request: Request, context: TenantContext) async throws -> SubscriptionDetails {
    try await store(context).subscription(id: context.subscriptionId)
  }

  @Sendable func create(
    request: Request,
    context: TenantContext
  ) async throws -> EditedResponse<SubscriptionDetails> {
    let draft = try await request.decodeBody(as: SubscriptionDraft.self, context: context)
    let subscription = try await service(context).activate(draft)
    return EditedResponse(
      status: .created,
      headers: [.location: "/api/subscriptions/\(subscription.id)"],
      response: subscription
    )
  }

  @Sendable func cancel(
    request: Request,
    context: TenantContext
  ) async throws -> SubscriptionDetails {
    try await service(context).cancel(id: context.subscriptionId)
  }

  private func store(_ context: TenantContext) -> SubscriptionStore {
    SubscriptionStore(database, scope: context.scope)
  }

  private func service(_ context: TenantContext) -> SubscriptionService {
    SubscriptionService(database, scope: context.scope, gateway: gateway)
  }
}

extension SubscriptionDetails: ResponseEncodable {}
extension SubscriptionPage: ResponseEncodable {}

extension TenantContext {
  /// The `:id` of the path.
  fileprivate var subscriptionId: Int64 {
    get throws(NewsroomError) {
      guard let id = parameters.get("id", as: Int64.self) else {
        throw .unreadable("id", expected: "a whole number, as in /api/subscriptions/1")
      }
      return id
    }
  }
}
