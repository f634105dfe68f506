public import Foundation
public import GRDB

/// An article as readers get it, with its author and its tags.
public struct ArticleDetails: Codable, Equatable, Sendable {
  /// Who wrote an article.
  public struct Byline: Codable, Equatable, Sendable {
    /// The author's id.
    public var id: Int64
    /// The author's name.
    public var name: String
  }

  /// The article's id.
  public var id: Int64
  /// The name in addresses.
  public var slug: String
  /// The headline.
  public var title: String
  /// The text.
  public var body: String
  /// When it appeared.
  public var publishedAt: Date
  /// Who wrote it.
  public var author: Byline
  /// Its tags' names, in alphabetical order.
  public var tags: [String]
}

extension ArticleDetails: FetchableRecord {
  /// Articles joined to their authors, and one more statement for the tags of all of them.
  static func request() -> QueryInterfaceRequest<ArticleDetails> {
    Article
      .select { [$0.id, $0.slug, $0.title, $0.body, $0.publishedAt] }
      .including(required: Article.author.select { [$0.id, $0.name] })
      .including(all: Article.tags.select { $0.name }.order { $0.name })
      .asRequest(of: ArticleDetails.self)
  }
}

/// One page of a list of articles.
public struct ArticlePage: Codable, Equatable, Sendable {
  /// The articles, newest first.
  public var articles: [ArticleDetails]
  /// Which page it is, from 1.
  public var page: Int
  /// How many articles a page holds at most.
  public var per: Int
  /// Whether another page follows.
  public var hasMore: Bool
}
