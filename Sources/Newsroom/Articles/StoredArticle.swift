import GRDB

/// An article's row and the names of its tags: what there is to change.
struct StoredArticle: Decodable, FetchableRecord {
  let article: Article
  /// In alphabetical order.
  let tags: [String]

  /// Articles, and one more statement for the tags of all of them.
  static func request() -> QueryInterfaceRequest<StoredArticle> {
    Article
      .including(all: Article.tags.select { $0.name }.order { $0.name })
      .asRequest(of: StoredArticle.self)
  }
}
