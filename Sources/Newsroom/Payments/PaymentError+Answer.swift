import Hummingbird

extension PaymentError: AnswerableError {
  var status: HTTPResponse.Status {
    switch self {
    case .declined: HTTPResponse.Status(code: 402, reasonPhrase: "Payment Required")
    case .keyReused: .conflict
    case .unavailable: .badGateway
    }
  }

  var field: String? {
    switch self {
    case .declined: "card"
    case .keyReused, .unavailable: nil
    }
  }
}
