import Hummingbird
import Logging

/// Turns whatever a request failed with into an answer: the one place that knows status codes.
struct ErrorMiddleware: RouterMiddleware {
  func handle(
    _ request: Request,
    context: NewsroomContext,
    next: @concurrent (Request, NewsroomContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let failure = Failure(error, request: request, context: context)
      var response = try failure.body.response(from: request, context: context)
      response.status = failure.status
      response.headers.append(contentsOf: (error as? any AnswerableError)?.headers ?? [:])
      return response
    }
  }
}

/// `{"error": {"field": "slug", "message": "…"}}`
private struct ErrorBody: ResponseEncodable {
  struct Content: Encodable {
    var message: String
    var field: String?
  }

  var error: Content
}

private struct Failure {
  var status: HTTPResponse.Status
  var body: ErrorBody

  init(_ status: HTTPResponse.Status, _ message: String, field: String? = nil) {
    self.status = status
    self.body = ErrorBody(error: ErrorBody.Content(message: message, field: field))
  }

  init(_ error: any Error, request: Request, context: NewsroomContext) {
    switch error {
    case let error as any AnswerableError:
      self.init(error.status, error.description, field: error.field)
    case let error as HTTPError where error.status == .notFound:
      self.init(.notFound, error.body ?? "There is no \(request.method) \(request.uri.path) here.")
    case let error as any HTTPResponseError where error.status == .contentTooLarge:
      let limit = context.maxUploadSize
      self.init(.contentTooLarge, "The request body is too large; send at most \(limit) bytes.")
    case let error as any HTTPResponseError:
      self.init(error.status, (error as? HTTPError)?.body ?? error.status.reasonPhrase)
    default:
      context.logger.error("Request failed", metadata: ["error": "\(error)"])
      self.init(.internalServerError, "The server failed to answer; its log says why. Try again.")
    }
  }
}
