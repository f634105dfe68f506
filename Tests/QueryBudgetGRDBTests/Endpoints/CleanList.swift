import GRDB

/// The list as it should be: a join for the writer, and one more query for all comments.
struct CleanList {
  struct Entry: Decodable, FetchableRecord {
    var article: Article
    var writer: Writer
    var comments: [Comment]
  }

  let database: DatabaseQueue

  func entries() async throws -> [Entry] {
    try await database.read { db in
      try Article.order(Column("id"))
        .including(required: Article.writer)
        .including(all: Article.comments)
        .asRequest(of: Entry.self)
        .fetchAll(db)
    }
  }
}
