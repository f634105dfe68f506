public import Foundation
public import GRDB

/// A comment as readers get it.
public struct CommentDetails: Codable, Equatable, Sendable {
  /// The comment's id.
  public var id: Int64
  /// Who says it.
  public var author: String
  /// What they say.
  public var text: String
  /// When they said it.
  public var createdAt: Date
}

extension CommentDetails: FetchableRecord {
  /// Comments without what their readers know already.
  static func request() -> QueryInterfaceRequest<CommentDetails> {
    Comment
      .select { [$0.id, $0.author, $0.text, $0.createdAt] }
      .asRequest(of: CommentDetails.self)
  }
}

/// One page of the comments on an article.
public struct CommentPage: Codable, Equatable, Sendable {
  /// The comments, oldest first.
  public var comments: [CommentDetails]
  /// Which page it is, from 1.
  public var page: Int
  /// How many comments a page holds at most.
  public var per: Int
  /// Whether another page follows.
  public var hasMore: Bool
}
