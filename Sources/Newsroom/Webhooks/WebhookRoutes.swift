import Foundation
import GRDB
import Hummingbird

/// `/webhooks`: what other companies call; they are known by their signature, not by a tenant.
struct WebhookRoutes {
  /// How large a body may be, in bytes; the gateway's events have about a thousand.
  static let limit = 262_144

  let signature: WebhookSignature
  let inbox: WebhookInbox

  init(database: any DatabaseWriter, secrets: [Secret], now: @escaping @Sendable () -> Date) {
    signature = WebhookSignature(secrets: secrets, now: now)
    inbox = WebhookInbox(database, now: now)
  }

  var routes: RouteCollection<NewsroomContext> {
    RouteCollection(context: NewsroomContext.self)
      .post("webhooks/payments", use: payments)
  }

  /// Answers before the work is done: the gateway waits for seconds only, and asks again.
  @Sendable func payments(request: Request, context: NewsroomContext) async throws -> Receipt {
    let body = try await request.webhookBody(upTo: Self.limit)
    try signature.verify(request.headers.webhookSignature, of: body)
    try await inbox.take(WebhookEvent(body))
    return Receipt()
  }

  /// `{"received": true}`, for a duplicate too.
  struct Receipt: ResponseEncodable {
    var received = true
  }
}

extension Request {
  /// The bytes of the body as they came.
  fileprivate func webhookBody(upTo limit: Int) async throws -> Data {
    do {
      return Data(try await body.collect(upTo: limit).readableBytesView)
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw WebhookError.tooLarge(limit: limit)
    }
  }
}

extension HTTPFields {
  /// What the `Newsroom-Signature` headers hold, as one; `nil` when there is none.
  fileprivate var webhookSignature: String? {
    let values = filter { $0.name.canonicalName == "newsroom-signature" }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ",")
  }
}
