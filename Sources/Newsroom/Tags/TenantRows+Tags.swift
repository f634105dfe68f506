import GRDB

extension TenantRows {
  /// The names of an article's tags, in alphabetical order.
  func tags(ofArticle id: Int64) throws -> [String] {
    try fetchAll(
      Tag.joining(required: Tag.articleTags.filter { $0.articleId == id })
        .order { $0.name }
    ).map(\.name)
  }

  /// Gives an article exactly these tags and creates those that the tenant lacks.
  ///
  /// Three statements at most, however many tags there are.
  func tag(article id: Int64, with names: [String]) throws {
    try insertUnlessThere(names.map { Tag(tenantId: tenantId, name: $0) })
    try link(ArticleTag.self, owner: id, to: Tag.filter { names.contains($0.name) })
  }
}
