import Hummingbird

extension TenantError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .missing, .contradictory: .badRequest
    case .unknown: .notFound
    case .tokenMissing: .unauthorized
    case .foreignHost, .forbidden: .forbidden
    }
  }

  var headers: HTTPFields {
    switch self {
    case .tokenMissing: [.wwwAuthenticate: "Bearer realm=\"newsroom\""]
    default: [:]
    }
  }
}
