import Foundation
import Hummingbird
import HummingbirdTesting

/// What the backend answered.
struct Answer {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let text: String

  init(_ response: TestResponse) {
    status = response.status
    headers = response.headers
    text = String(buffer: response.body)
  }

  /// The body, read from JSON.
  func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(type, from: Data(text.utf8))
  }

  /// What went wrong, of an answer that says so.
  var failure: Failure {
    get throws { try decode(Envelope.self).error }
  }

  struct Failure: Decodable {
    var message: String
    var field: String?
  }

  private struct Envelope: Decodable {
    var error: Failure
  }
}
