import Hummingbird

extension Request {
  /// The body, read from JSON.
  ///
  /// - Throws: ``NewsroomError/unreadable(_:expected:)`` with the name of the field that is wrong.
  func decodeBody<Body: Decodable & Sendable>(
    as type: Body.Type,
    context: some RequestContext
  ) async throws -> Body {
    do {
      return try await context.requestDecoder.decode(type, from: self, context: context)
    } catch let error as DecodingError {
      throw NewsroomError(error)
    }
  }
}
