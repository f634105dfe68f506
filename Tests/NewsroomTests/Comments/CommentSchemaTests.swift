import GRDB
import Testing

@testable import Newsroom

@Suite("The schema of comments")
struct CommentSchemaTests {
  @Test
  func listsAnArticlesCommentsWithoutASort() async throws {
    try await Backend.run { backend in
      let plan = try await backend.database.read { db in
        try String.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN
            SELECT * FROM comment WHERE articleId = 1 AND tenantId = 1 ORDER BY createdAt, id
            """,
          adapter: SuffixRowAdapter(fromIndex: 3)
        )
      }
      #expect(
        plan == ["SEARCH comment USING INDEX index_comment_on_articleId_createdAt (articleId=?)"])
    }
  }

  /// It would delete them without entries in the audit log.
  @Test
  func keepsAnArticleThatHasComments() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))
      try await backend.comment("Well said.", on: 1, of: daily)
      let error = await #expect(throws: DatabaseError.self) {
        try await backend.database.write { db in try db.execute(sql: "DELETE FROM article") }
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY)
    }
  }
}
