import Hummingbird
import Newsroom
import Testing

@Suite("DELETE /api/articles/:id")
struct ArticleDeleteTests {
  @Test(arguments: Storage.allCases)
  func deletesTheArticleWithItsComments(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      for slug in ["news", "other"] {
        try await backend.article(slug, of: daily, by: ada, tags: ["city"])
      }
      for (article, text) in [(1, "a"), (2, "b"), (1, "c")] as [(Int64, String)] {
        try await backend.comment(text, on: article, of: daily)
      }

      let answer = try await backend.delete("/api/articles/1", as: daily)

      #expect(answer.status == .noContent)
      #expect(answer.text.isEmpty)
      #expect(try await backend.get("/api/articles/1", as: daily).status == .notFound)
      #expect(try await backend.delete("/api/articles/1", as: daily).status == .notFound)
      #expect(try await backend.count("article") == 1)
      #expect(try await backend.count("comment") == 1)
      #expect(try await backend.count("articleTag") == 1)
      let log = try await backend.auditLog()
      #expect(
        log.map { $0.prefix { $0 != "{" } } == [
          "user:ada delete comment 1 ", "user:ada delete comment 3 ", "user:ada delete article 1 ",
        ]
      )
      #expect(log.last?.contains(#""tags":{"old":["city"]}"#) == true)
    }
  }

  @Test
  func knowsNoArticlesOfOtherTenants() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      try await backend.article("news", of: weekly, by: backend.author(of: weekly))
      let theirs = try await backend.delete("/api/articles/1", as: daily)
      let nobodys = try await backend.delete("/api/articles/7", as: daily)
      #expect(theirs.status == .notFound)
      #expect(theirs.text.replacing("article 1", with: "article 7") == nobodys.text)
      #expect(try await backend.count("article") == 1)
    }
  }
}
