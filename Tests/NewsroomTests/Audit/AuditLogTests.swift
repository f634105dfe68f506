import Foundation
import GRDB
import Testing

@testable import Newsroom

@Suite("The audit log")
struct AuditLogTests {
  @Test(arguments: Storage.allCases)
  func hasAllFieldsOfARowThatIsInserted(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      try await backend.write(as: daily) { rows in
        let author = Author(tenantId: 0, name: "Ada \"A\" Osei", email: "ada@example.com")
        try rows.insert(author)
      }
      let log = try await backend.auditLog()
      #expect(
        log == [
          #"user:ada insert author 1 {"email":{"new":"ada@example.com"},"id":{"new":1},"#
            + #""name":{"new":"Ada \"A\" Osei"},"tenantId":{"new":1}}"#
        ]
      )
    }
  }

  @Test(arguments: Storage.allCases)
  func hasTheFieldsThatAnUpdateChanges(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let id = try await backend.author("Ada", of: daily)
      try await backend.write(as: daily, by: .system("import")) { rows in
        let old = try #require(try rows.fetchOne(Author.filter { $0.id == id }))
        var new = old
        new.name = "Ada Osei"
        new.tenantId += 1
        try rows.update(new, from: old)
        #expect(try rows.exists(Author.filter { $0.name == "Ada Osei" }))
      }
      let log = try await backend.auditLog()
      #expect(
        log == [
          #"system:import update author 1 {"name":{"new":"Ada Osei","old":"Ada"}}"#
        ]
      )
    }
  }

  @Test
  func hasNothingOfAnUpdateThatChangesNothing() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.author(of: daily)
      try await backend.write(as: daily) { rows in
        let author = try #require(try rows.fetchOne(Author.all()))
        try rows.update(author, from: author, details: [AuditDetail("x", new: ["a"], old: ["a"])])
      }
      #expect(try await backend.auditLog().isEmpty)
    }
  }

  @Test(arguments: Storage.allCases)
  func hasAllFieldsOfARowThatIsDeleted(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada, hour: 1)
      try await backend.write(as: daily) { rows in
        let article = try #require(try rows.fetchOne(Article.all()))
        #expect(try rows.delete(article, details: [AuditDetail("tags", old: ["city"])]))
        #expect(try !rows.delete(article))
      }
      let log = try await backend.auditLog()
      #expect(
        log == [
          #"user:ada delete article 1 {"authorId":{"old":1},"body":{"old":"Text of news."},"#
            + #""id":{"old":1},"publishedAt":{"old":"2026-01-01 01:00:00.000"},"#
            + #""slug":{"old":"news"},"tags":{"old":["city"]},"tenantId":{"old":1},"#
            + #""title":{"old":"News"}}"#
        ]
      )
    }
  }

  @Test
  func hasAnEntryForEachRowThatOneStatementDeletes() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      for name in ["Ada", "Mei", "Jo"] { _ = try await backend.author(name, of: daily) }
      _ = try await backend.author("Ada", of: weekly)
      let deleted = try await backend.write(as: daily) { rows in
        try rows.deleteAll(Author.filter { ["Ada", "Jo"].contains($0.name) })
      }
      #expect(deleted == 2)
      #expect(try await backend.count("author") == 2)
      let log = try await backend.auditLog()
      #expect(
        log.map { $0.prefix(24) } == ["user:ada delete author 1", "user:ada delete author 3"])
    }
  }

  @Test
  func isTakenBackWithTheTransaction() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      await #expect(throws: CancellationError.self) {
        try await backend.write(as: daily) { rows in
          try rows.insert(Author(tenantId: daily.id, name: "Ada", email: ""))
          throw CancellationError()
        }
      }
      #expect(try await backend.auditLog().isEmpty)
      #expect(try await backend.count("author") == 0)
    }
  }

  @Test
  func hasTheTagsOfAnArticleAmongItsFields() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let draft = try await ArticleDraft(
        authorId: backend.author(of: daily), slug: "news", title: "News", body: "Text",
        tags: ["sport", "city"]
      )
      try await backend.write(as: daily) { rows in _ = try rows.insert(draft) }
      let log = try await backend.auditLog()
      #expect(log.count == 1)
      #expect(log.first?.contains(#""tags":{"new":["city","sport"]}"#) == true)
    }
  }

  @Test
  func hasOneTimeForWhatOneTransactionChanges() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let before = Date()
      try await backend.write(as: daily) { rows in
        for name in ["Ada", "Mei"] {
          try rows.insert(Author(tenantId: daily.id, name: name, email: ""))
          Thread.sleep(forTimeInterval: 0.005)
        }
      }
      let times = try await backend.database.read { db in
        try Date.fetchAll(db, sql: "SELECT at FROM auditEntry")
      }
      #expect(times.count == 2 && Set(times).count == 1)
      #expect(try #require(times.first).timeIntervalSince(before) > -0.01)
    }
  }

  /// A row that a cascade deletes or empties has no entry.
  @Test
  func missesNothingThatAForeignKeyDoes() async throws {
    try await Backend.run { backend in
      let keys = try await backend.database.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT t.name || ' ' || k.on_delete || ' ' || k.on_update
            FROM sqlite_master AS t, pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'
            """
        )
      }
      #expect(keys.count > 5)
      // The links of an article, which are among the article's own fields.
      let loose = keys.filter { !$0.hasSuffix(" NO ACTION NO ACTION") }
      #expect(Set(loose) == ["articleTag CASCADE NO ACTION"])
    }
  }
}
