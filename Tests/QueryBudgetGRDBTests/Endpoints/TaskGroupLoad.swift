import GRDB

/// A task for each article: fast, and a query for each all the same.
struct ParallelComments {
  let database: DatabasePool

  func counts() async throws -> [Int64: Int] {
    let ids = try await database.read { db in
      try Article.select(Column("id"), as: Int64.self).fetchAll(db)
    }
    return try await withThrowingTaskGroup(of: (Int64, Int).self) { group in
      for id in ids {
        group.addTask {
          try await database.read { db in
            (id, try Comment.filter(Column("articleId") == id).fetchAll(db).count)
          }
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }
}
