/// What a request can be refused for.
public enum NewsroomError: Error, Equatable, Sendable {
  /// The tenant has no article with this id.
  case articleUnknown(Int64)
  /// The tenant has an article with this slug already.
  case slugTaken(String)
  /// The request's body can't be read: what it has to be.
  case bodyUnreadable(expected: String)
  /// A part of the request can't be read: its name, and what it has to be.
  case unreadable(String, expected: String)
  /// A part of the request can be read, but not accepted: its name, and what it has to be.
  case invalid(String, expected: String)
}

extension NewsroomError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .articleUnknown(let id):
      "There is no article \(id); GET /api/articles lists those that exist."
    case .slugTaken(let slug):
      "An article with the slug '\(slug)' exists already; choose another slug."
    case .bodyUnreadable(let expected):
      "The request body must be \(expected)."
    case .unreadable(let name, let expected), .invalid(let name, let expected):
      "\(name) must be \(expected)."
    }
  }
}
