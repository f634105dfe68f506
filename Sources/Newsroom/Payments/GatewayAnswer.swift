import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What a gateway answered over HTTP.
struct GatewayAnswer {
  private let status: Int
  private let body: Data

  /// Sends a request and waits for the answer.
  ///
  /// - Throws: ``PaymentError/unavailable(_:)`` when there is none.
  static func get(_ request: URLRequest) async throws -> GatewayAnswer {
    let session = URLSession(
      configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    do {
      let (body, response) = try await session.data(for: request)
      return GatewayAnswer(
        status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: body)
    } catch let error as URLError where error.code == .cancelled {
      throw CancellationError()
    } catch let error as URLError {
      throw PaymentError.unavailable(
        error.code == .timedOut ? "no answer in time" : "error \(error.code.rawValue)")
    }
  }

  /// What it says.
  ///
  /// - Throws: ``PaymentError``.
  func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    switch status {
    case 200..<300:
      guard let value = try? JSONDecoder.newsroom.decode(type, from: body) else {
        throw PaymentError.unavailable("its answer can't be read")
      }
      return value
    case 402:
      let decline = try? JSONDecoder.newsroom.decode(Decline.self, from: body)
      throw PaymentError.declined(decline?.reason ?? "no reason given")
    case 409:
      throw PaymentError.keyReused
    default:
      throw PaymentError.unavailable("it answered \(status)")
    }
  }

  private struct Decline: Decodable {
    var reason: String
  }
}

/// Sends what is secret to the address that was configured and to no other.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
