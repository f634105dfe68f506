import Foundation
import Hummingbird
import HummingbirdTesting
import Newsroom

/// A payment company: a server on a port of its own, which notes what it is sent and answers what it
/// was told to.
actor GatewayServer {
  struct Reply: Sendable {
    static let paid = Reply(
      .ok,
      #"{"subscription": "sub_1", "invoice": "in_1", "paidAt": "2026-03-01T00:00:00Z"}"#)

    var status: HTTPResponse.Status
    var body: String
    var delay: Duration
    var location: String?

    init(
      _ status: HTTPResponse.Status,
      _ body: String,
      after delay: Duration = .zero,
      location: String? = nil
    ) {
      self.status = status
      self.body = body
      self.delay = delay
      self.location = location
    }
  }

  struct Received: Sendable {
    var path: String
    var key: String?
    var authorization: String?
    var body: String
  }

  private(set) var requests: [Received] = []
  private(set) var url: URL?
  private var replies: [Reply]

  private init(_ replies: [Reply]) {
    self.replies = replies
  }

  /// Runs `body` with a server that answers so, in this order, and a gateway that talks to it.
  static func run(
    answers: [Reply] = [.paid],
    timeout: Duration = .seconds(60),
    _ body: @Sendable (GatewayServer, HTTPGateway) async throws -> Void
  ) async throws {
    let server = GatewayServer(answers)
    let router = Router()
    router.post("**") { request, _ in
      let body = try await request.body.collect(upTo: 10_000)
      return try await server.answer(request, String(buffer: body))
    }
    try await Application(router: router).test(.live) { client in
      guard let url = URL(string: "http://127.0.0.1:\(client.port ?? 0)/v1") else { return }
      await server.listen(on: url)
      try await body(
        server,
        HTTPGateway(url: url, key: "a secret", timeout: timeout, pause: .milliseconds(10)))
    }
  }

  private func listen(on url: URL) {
    self.url = url
  }

  private func answer(_ request: Request, _ body: String) async throws -> Response {
    requests.append(
      Received(
        path: request.uri.path,
        key: request.headers[.init("Idempotency-Key") ?? .accept],
        authorization: request.headers[.authorization],
        body: body))
    let reply = replies.isEmpty ? Reply(.gone, "") : replies.removeFirst()
    try await Task.sleep(for: reply.delay)
    var headers: HTTPFields = [.contentType: "application/json"]
    if let location = reply.location { headers[.location] = location }
    return Response(
      status: reply.status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: reply.body)))
  }
}
