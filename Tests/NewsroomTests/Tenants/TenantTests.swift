import Hummingbird
import Newsroom
import Testing

@Suite("Tenants")
struct TenantTests {
  @Test(arguments: [nil, ""])
  func aRequestNamesItsTenant(slug: String?) async throws {
    try await Backend.run { backend in
      let answer = try await backend.send(
        .get, "/api/articles", headers: slug.map { [.tenant: $0] } ?? [:])
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.message.contains("X-Tenant"))
    }
  }

  @Test(arguments: ["/api/articles", "/api/articles/1"])
  func theTenantExists(uri: String) async throws {
    try await Backend.run { backend in
      let answer = try await backend.send(.get, uri, headers: [.tenant: "nobody"])
      #expect(answer.status == .notFound)
      #expect(try answer.failure.message.hasPrefix("There is no tenant 'nobody';"))
    }
  }

  @Test(arguments: Storage.allCases)
  func seesOnlyItsOwnArticles(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      let ada = try await backend.author("Ada", of: daily)
      let mei = try await backend.author("Mei", of: weekly)
      let own = try await backend.article("news", of: daily, by: ada, tags: ["city"])
      let other = try await backend.article("news", of: weekly, by: mei, tags: ["city", "sport"])

      let page = try await backend.get("/api/articles", as: daily).decode(ArticlePage.self)

      #expect(page.articles.map(\.id) == [own])
      #expect(page.articles.map(\.tags) == [["city"]])
      let answer = try await backend.get("/api/articles/\(other)", as: daily)
      #expect(answer.status == .notFound)
      let nobodys = try await backend.get("/api/articles/7", as: daily)
      #expect(answer.text.replacing("article \(other)", with: "article 7") == nobodys.text)
    }
  }

  @Test
  func cannotPublishForAnotherTenantsAuthor() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let mei = try await backend.author("Mei", of: backend.tenant("weekly"))
      let answer = try await backend.post(
        "/api/articles",
        #"{"authorId": \#(mei), "slug": "news", "title": "News", "body": "Text"}"#,
        as: daily
      )
      #expect(answer.status == .unprocessableContent)
      #expect(try answer.failure.field == "authorId")
    }
  }

  @Test
  func tagsOfTheSameNameStayApart() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      try await backend.article(
        "news", of: weekly, by: backend.author(of: weekly), tags: ["city"]
      )
      let store = ArticleStore(
        backend.database, scope: TenantScope(daily, actor: .user("ada")))
      let draft = try await ArticleDraft(
        authorId: backend.author(of: daily), slug: "news", title: "News", body: "Text",
        tags: ["city"]
      )

      let article = try await store.create(draft)

      #expect(article.tags == ["city"])
      #expect(try await backend.count("tag") == 2)
      #expect(try await backend.count("articleTag") == 2)
    }
  }
}
