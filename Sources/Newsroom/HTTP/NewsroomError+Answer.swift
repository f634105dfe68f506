import Hummingbird

extension NewsroomError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .tenantMissing, .bodyUnreadable, .unreadable: .badRequest
    case .tenantUnknown, .articleUnknown: .notFound
    case .slugTaken: .conflict
    case .invalid: .unprocessableContent
    }
  }

  /// The part of the request that is to blame.
  var field: String? {
    switch self {
    case .slugTaken: "slug"
    case .unreadable(let name, _), .invalid(let name, _): name
    case .tenantMissing, .tenantUnknown, .articleUnknown, .bodyUnreadable: nil
    }
  }
}
