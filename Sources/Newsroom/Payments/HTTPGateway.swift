public import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A gateway that is reached over HTTP.
///
/// A charge is `POST <url>/charges` with the ``Charge`` as JSON and answered by a ``Payment``; a
/// cancellation is `POST <url>/subscriptions/<reference>/cancel`, answered by
/// `{"canceledAt": "2026-03-01T10:00:00Z"}`. 402 with `{"reason": "…"}` declines.
public struct HTTPGateway: PaymentGateway {
  private let url: URL
  private let key: String
  private let timeout: Duration
  private let pause: Duration

  /// Connects to a gateway.
  ///
  /// - Parameters:
  ///   - url: What the paths of the gateway's API follow on.
  ///   - key: The secret that it knows us by.
  ///   - timeout: How long an answer may take.
  ///   - pause: How long to wait before the second and last attempt.
  public init(
    url: URL,
    key: String,
    timeout: Duration = .seconds(10),
    pause: Duration = .milliseconds(500)
  ) {
    self.url = url
    self.key = key
    self.timeout = timeout
    self.pause = pause
  }

  /// Sends the charge; see ``PaymentGateway/charge(_:idempotencyKey:)``.
  public func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment {
    try await post("charges", JSONEncoder.newsroom.encode(charge), idempotencyKey: idempotencyKey)
  }

  /// Sends the cancellation; see ``PaymentGateway/cancel(subscription:)``.
  public func cancel(subscription reference: String) async throws -> Date {
    let cancellation: Cancellation = try await post(
      "subscriptions/\(reference)/cancel", Data("{}".utf8), idempotencyKey: "cancel/\(reference)")
    return cancellation.canceledAt
  }

  /// Posts, and once more with the same key when that came to nothing.
  private func post<Answer: Decodable>(
    _ path: String,
    _ body: Data,
    idempotencyKey: String
  ) async throws -> Answer {
    var request = URLRequest(url: url.appending(path: path))
    request.httpMethod = "POST"
    request.httpBody = body
    request.timeoutInterval = timeout / .seconds(1)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
    request.setValue(idempotencyKey, forHTTPHeaderField: "Idempotency-Key")
    do {
      return try await GatewayAnswer.get(request).decode()
    } catch PaymentError.unavailable {
      try await Task.sleep(for: pause)
      return try await GatewayAnswer.get(request).decode()
    }
  }

  private struct Cancellation: Decodable {
    var canceledAt: Date
  }
}
