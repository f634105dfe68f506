import Hummingbird

extension SubscriptionError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .unknown: .notFound
    case .alreadyActive: .conflict
    }
  }

  var field: String? {
    switch self {
    case .unknown: nil
    case .alreadyActive: "email"
    }
  }
}
