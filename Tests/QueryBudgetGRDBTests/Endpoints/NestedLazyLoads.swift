import GRDB

/// Lazy loads in lazy loads, each innocent by itself.
struct WriterPage {
  let database: DatabaseQueue

  func render() throws -> [String] {
    try database.read { db in
      var lines: [String] = []
      for writer in try Writer.order(Column("name")).fetchAll(db) {
        for article in try writer.request(for: Writer.articles).fetchAll(db) {
          let comments = try article.comments.fetchAll(db)
          lines.append("\(article.title) by \(writer.name): \(comments.count)")
        }
      }
      return lines
    }
  }
}
