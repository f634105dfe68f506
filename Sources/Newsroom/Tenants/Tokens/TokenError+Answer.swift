import Hummingbird

extension TokenError: AnswerableError {
  var status: HTTPResponse.Status { .unauthorized }

  var headers: HTTPFields {
    [.wwwAuthenticate: "Bearer realm=\"newsroom\", error=\"invalid_token\""]
  }
}
