import GRDB
public import Hummingbird

/// `/api/articles`: each route calls the store and returns what it says.
struct ArticleRoutes {
  let database: any DatabaseWriter

  var routes: RouteCollection<TenantContext> {
    RouteCollection(context: TenantContext.self)
      .get(use: list)
      .get(":id", use: get)
      .post(use: create)
      .put(":id", use: revise)
      .delete(":id", use: delete)
  }

  @Sendable func list(request: Request, context: TenantContext) async throws -> ArticlePage {
    try await store(context).list(Paging(query: request.uri.queryParameters))
  }

  @Sendable func get(request: Request, context: TenantContext) async throws -> ArticleDetails {
    try await store(context).article(id: context.articleId)
  }

  @Sendable func create(
    request: Request,
    context: TenantContext
  ) async throws -> EditedResponse<ArticleDetails> {
    let draft = try await request.decodeBody(as: ArticleDraft.self, context: context)
    let article = try await store(context).create(draft)
    return EditedResponse(
      status: .created,
      headers: [.location: "/api/articles/\(article.id)"],
      response: article
    )
  }

  @Sendable func revise(request: Request, context: TenantContext) async throws -> ArticleDetails {
    let revision = try await request.decodeBody(as: ArticleRevision.self, context: context)
    return try await store(context).revise(id: context.articleId, revision)
  }

  @Sendable func delete(
    request: Request,
    context: TenantContext
  ) async throws -> HTTPResponse.Status {
    try await store(context).delete(id: context.articleId)
    return .noContent
  }

  private func store(_ context: TenantContext) -> ArticleStore {
    ArticleStore(database, scope: context.scope)
  }
}

extension ArticleDetails: ResponseEncodable {}
extension ArticlePage: ResponseEncodable {}

extension TenantContext {
  /// The `:id` of a path below `/api/articles`.
  var articleId: Int64 {
    get throws(NewsroomError) {
      guard let id = parameters.get("id", as: Int64.self) else {
        throw .unreadable("id", expected: "a whole number, as in /api/articles/1")
      }
      return id
    }
  }
}
