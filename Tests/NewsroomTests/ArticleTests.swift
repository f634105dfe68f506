import Hummingbird
import Newsroom
import Testing

@Suite("GET /api/articles/:id")
struct ArticleTests {
  @Test(arguments: Storage.allCases)
  func returnsTheArticle(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author("Ada", of: daily)
      try await backend.article("other", of: daily, by: ada)
      let id = try await backend.article("news", of: daily, by: ada, tags: ["sport", "city"])

      let answer = try await backend.get("/api/articles/\(id)", as: daily)

      #expect(answer.status == .ok)
      let article = try answer.decode(ArticleDetails.self)
      #expect(article.id == id)
      #expect(article.slug == "news")
      #expect(article.author.name == "Ada")
      #expect(article.tags == ["city", "sport"])
    }
  }

  @Test
  func doesNotKnowOtherIds() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.get("/api/articles/7", as: daily)
      #expect(answer.status == .notFound)
      #expect(try answer.failure.message.hasPrefix("There is no article 7;"))
    }
  }

  @Test(arguments: ["seven", "1.5", "99999999999999999999"])
  func refusesWhatIsNoId(id: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.get("/api/articles/\(id)", as: daily)
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.field == "id")
    }
  }
}
