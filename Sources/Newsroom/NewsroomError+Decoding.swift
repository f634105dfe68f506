extension NewsroomError {
  /// Says of JSON that can't be read which field is wrong, and what it has to be.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let failure):
      self.init(failure.codingPath + [key], expected: "present")
    case .valueNotFound(let type, let failure):
      self.init(failure.codingPath, expected: "\(Self.words(for: type)), not null")
    case .typeMismatch(let type, let failure):
      self.init(failure.codingPath, expected: Self.words(for: type))
    case .dataCorrupted(let failure) where !failure.codingPath.isEmpty:
      self.init(failure.codingPath, expected: failure.debugDescription)
    default:
      // Foundation says the same of a broken text and of a number that an Int64 can't hold.
      self = .bodyUnreadable(expected: "valid JSON whose ids are whole numbers")
    }
  }

  /// Names the field: `slug`, or `tags.2` for an element.
  private init(_ path: [any CodingKey], expected: String) {
    let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
    self =
      path.isEmpty
      ? .bodyUnreadable(expected: expected)
      : .unreadable(names.joined(separator: "."), expected: expected)
  }

  /// What JSON calls a Swift type.
  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is any BinaryInteger.Type: "a whole number"
    case is any ExpressibleByArrayLiteral.Type: "an array"
    default: "an object"
    }
  }
}
