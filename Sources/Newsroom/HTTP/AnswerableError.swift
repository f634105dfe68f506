import Hummingbird

/// An error that the caller is told of in its own words; every other one is a fault of the server.
protocol AnswerableError: Error, CustomStringConvertible {
  /// What it is answered with.
  var status: HTTPResponse.Status { get }
  /// The part of the request that is to blame, if one is.
  var field: String? { get }
  /// What else the answer has to say.
  var headers: HTTPFields { get }
}

extension AnswerableError {
  var field: String? { nil }
  var headers: HTTPFields { [:] }
}
