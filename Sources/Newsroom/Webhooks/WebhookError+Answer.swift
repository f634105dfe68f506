import Hummingbird

extension WebhookError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .signatureMissing, .signatureUnreadable, .signatureWrong, .signatureExpired: .badRequest
    case .tooLarge: .contentTooLarge
    }
  }
}
