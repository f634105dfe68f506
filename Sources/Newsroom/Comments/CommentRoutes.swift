import GRDB
public import Hummingbird

/// `/api/articles/:id/comments`: each route calls the store and returns what it says.
struct CommentRoutes {
  let database: any DatabaseWriter

  var routes: RouteCollection<TenantContext> {
    RouteCollection(context: TenantContext.self)
      .get(use: list)
      .post(use: create)
  }

  @Sendable func list(request: Request, context: TenantContext) async throws -> CommentPage {
    let paging = try Paging(query: request.uri.queryParameters)
    return try await store(context).list(ofArticle: context.articleId, paging)
  }

  @Sendable func create(
    request: Request,
    context: TenantContext
  ) async throws -> EditedResponse<CommentDetails> {
    let draft = try await request.decodeBody(as: CommentDraft.self, context: context)
    let comment = try await store(context).create(draft, onArticle: context.articleId)
    return EditedResponse(status: .created, response: comment)
  }

  private func store(_ context: TenantContext) -> CommentStore {
    CommentStore(database, scope: context.scope)
  }
}

extension CommentDetails: ResponseEncodable {}
extension CommentPage: ResponseEncodable {}
