public import Foundation

/// Something that the payment gateway tells us: `{"id", "type", "createdAt", "data"}`.
public struct WebhookEvent: Equatable, Sendable {
  /// What the gateway calls it, the same each time that it sends it.
  public let id: String
  /// What happened, in the gateway's words: `invoice.paid`.
  public let type: String
  /// When it happened, by the gateway's clock.
  public let createdAt: Date
  /// The body that it came in.
  let payload: String
  /// What it means to us; `nil` for a type that we don't know.
  let news: GatewayNews?

  /// Reads an event.
  ///
  /// - Parameter body: The bytes of a body whose signature was verified.
  /// - Throws: ``NewsroomError/unreadable(_:expected:)`` with the name of the field that is wrong.
  public init(_ body: Data) throws(NewsroomError) {
    // SQLite would cut a text at a NUL, and JSON has none.
    guard let payload = String(data: body, encoding: .utf8), !body.contains(0) else {
      throw .bodyUnreadable(expected: "JSON in UTF-8")
    }
    let content: Content
    do {
      content = try JSONDecoder.newsroom.decode(Content.self, from: body)
    } catch let error as DecodingError {
      throw NewsroomError(error)
    } catch {
      throw .bodyUnreadable(expected: "a JSON object")
    }
    for (name, text) in [("id", content.id), ("type", content.type)] {
      guard text.wholeMatch(of: /[A-Za-z0-9._:-]{1,200}/) != nil else {
        throw .unreadable(name, expected: "1 to 200 letters, digits and ._:-")
      }
    }
    self.id = content.id
    self.type = content.type
    self.createdAt = content.createdAt
    self.payload = payload
    self.news = content.news
  }
}

/// The parts of an event, and of those that we know what is in `data`.
private struct Content: Decodable {
  let id: String
  let type: String
  let createdAt: Date
  let news: GatewayNews?

  enum CodingKeys: CodingKey {
    case id, type, createdAt, data
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    type = try container.decode(String.self, forKey: .type)
    createdAt = try container.decode(Date.self, forKey: .createdAt)
    news = try GatewayNews(type: type, in: container, at: .data)
  }
}
