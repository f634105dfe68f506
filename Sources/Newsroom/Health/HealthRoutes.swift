import Hummingbird

/// `/healthz`, for whoever restarts the server or sends traffic to it.
struct HealthRoutes {
  let check: HealthCheck

  var routes: RouteCollection<NewsroomContext> {
    RouteCollection(context: NewsroomContext.self)
      .get("healthz", use: get)
  }

  @Sendable func get(
    request: Request,
    context: NewsroomContext
  ) async throws -> EditedResponse<Health> {
    let health = await check.run()
    return EditedResponse(
      status: health.status == .ok ? .ok : .serviceUnavailable,
      response: health
    )
  }
}

extension Health: ResponseEncodable {}
