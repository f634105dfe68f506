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
    } catch DecodingError.keyNotFound(let key, let failure) {
      throw unreadable(failure.codingPath + [key], expected: "present")
    } catch DecodingError.valueNotFound(let type, let failure) {
      throw unreadable(failure.codingPath, expected: "\(words(for: type)), not null")
    } catch DecodingError.typeMismatch(let type, let failure) {
      throw unreadable(failure.codingPath, expected: words(for: type))
    } catch DecodingError.dataCorrupted(let failure) where !failure.codingPath.isEmpty {
      throw unreadable(failure.codingPath, expected: failure.debugDescription)
    } catch DecodingError.dataCorrupted {
      // Foundation says the same of a broken text and of a number that an Int64 can't hold.
      throw NewsroomError.bodyUnreadable(expected: "valid JSON whose ids are whole numbers")
    }
  }
}

/// Names the field: `slug`, or `tags.2` for an element.
private func unreadable(_ path: [any CodingKey], expected: String) -> NewsroomError {
  guard !path.isEmpty else { return .bodyUnreadable(expected: expected) }
  let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
  return .unreadable(names.joined(separator: "."), expected: expected)
}

/// What JSON calls a Swift type.
private func words(for type: any Any.Type) -> String {
  switch type {
  case is String.Type: "a string"
  case is any BinaryInteger.Type: "a whole number"
  case is any ExpressibleByArrayLiteral.Type: "an array"
  default: "an object"
  }
}
