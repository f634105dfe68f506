import CSQLite

/// The code that is measured, the same by hand and in the assertion: a list of articles with their
/// authors and tags, in three statements.
enum ArticleList {
  private struct Article {
    let id: Int64
    let authorID: Int64
    let title: String
    let body: String
  }

  private struct Author {
    let id: Int64
    let name: String
  }

  private struct Tag {
    let articleID: Int64
    let name: String
  }

  /// How many rows the endpoint returned, all of them read.
  static func rows(_ handle: OpaquePointer) throws -> Int {
    let articles = try rows(ArticleRows.articles, on: handle) {
      Article(id: $0.integer(0), authorID: $0.integer(1), title: $0.text(2), body: $0.text(3))
    }
    let authors = try rows(ArticleRows.authors, on: handle) {
      Author(id: $0.integer(0), name: $0.text(1))
    }
    let tags = try rows(ArticleRows.tags, on: handle) {
      Tag(articleID: $0.integer(0), name: $0.text(1))
    }
    return articles.count + authors.count + tags.count
  }

  private static func rows<Value>(
    _ sql: String,
    on handle: OpaquePointer,
    _ read: (BareStatement) -> Value
  ) throws -> [Value] {
    let statement = try BareStatement(sql, on: handle)
    var values: [Value] = []
    while sqlite3_step(statement.pointer) == SQLITE_ROW { values.append(read(statement)) }
    return values
  }
}
