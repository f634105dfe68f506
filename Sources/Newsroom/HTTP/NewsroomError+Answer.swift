import Hummingbird

extension NewsroomError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .bodyUnreadable, .unreadable: .badRequest
    case .articleUnknown: .notFound
    case .slugTaken: .conflict
    case .invalid: .unprocessableContent
    }
  }

  /// The part of the request that is to blame.
  var field: String? {
    switch self {
    case .slugTaken: "slug"
    case .unreadable(let name, _), .invalid(let name, _): name
    case .articleUnknown, .bodyUnreadable: nil
    }
  }
}
