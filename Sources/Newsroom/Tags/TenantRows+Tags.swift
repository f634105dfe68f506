import GRDB

extension TenantRows {
  /// Gives an article its tags and creates those that the tenant lacks.
  ///
  /// Two statements, however many tags there are.
  func tag(article articleId: Int64, with names: [String]) throws {
    guard !names.isEmpty else { return }
    try execute { tenantId in
      let values = names.map { "(\(tenantId), \($0))" as SQL }.joined(separator: ", ")
      return """
        INSERT INTO tag (tenantId, name) VALUES \(values)
        ON CONFLICT (tenantId, name) DO NOTHING
        """
    }
    try execute { tenantId in
      """
      INSERT INTO articleTag (articleId, tagId)
      SELECT \(articleId), id FROM tag WHERE tenantId = \(tenantId) AND name IN \(names)
      """
    }
  }
}
