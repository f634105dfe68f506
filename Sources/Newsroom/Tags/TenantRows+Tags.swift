import GRDB

extension TenantRows {
  /// Gives an article tags, and creates those that the tenant lacks.
  ///
  /// Two statements, however many tags there are.
  func tag(article id: Int64, with names: [String]) throws {
    guard !names.isEmpty else { return }
    try insertUnlessThere(names.map { Tag(tenantId: tenantId, name: $0) })
    try link(ArticleTag.self, owner: id, to: Tag.filter { names.contains($0.name) })
  }

  /// Takes those tags from an article that are not among the names.
  func untag(article id: Int64, except names: [String]) throws {
    try unlink(ArticleTag.self, owner: id, except: Tag.filter { names.contains($0.name) })
  }
}
