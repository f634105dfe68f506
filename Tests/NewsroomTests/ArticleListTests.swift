import Hummingbird
import Newsroom
import Testing

@Suite("GET /api/articles")
struct ArticleListTests {
  @Test(arguments: Storage.allCases)
  func listsNewestFirstWithAuthorAndTags(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author("Ada", of: daily)
      let mei = try await backend.author("Mei", of: daily)
      try await backend.article("old", of: daily, by: ada, hour: 1, tags: ["sport", "city"])
      try await backend.article("new", of: daily, by: mei, hour: 3, tags: ["city"])
      try await backend.article("middle", of: daily, by: ada, hour: 2)

      let answer = try await backend.get("/api/articles", as: daily)

      #expect(answer.status == .ok)
      let page = try answer.decode(ArticlePage.self)
      #expect(page.articles.map(\.slug) == ["new", "middle", "old"])
      #expect(page.articles.map(\.author.name) == ["Mei", "Ada", "Ada"])
      #expect(page.articles.map(\.tags) == [["city"], [], ["city", "sport"]])
      #expect(page.page == 1 && page.per == 100 && !page.hasMore)
    }
  }

  @Test
  func writesDatesInISO8601AndHidesAddresses() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author("Ada", of: daily)
      try await backend.article("news", of: daily, by: ada, hour: 1, tags: ["city"])

      let answer = try await backend.get("/api/articles", as: daily)

      #expect(
        answer.text == """
          {"articles":[{"author":{"id":1,"name":"Ada"},"body":"Text of news.","id":1,\
          "publishedAt":"2026-01-01T01:00:00Z","slug":"news","tags":["city"],"title":"News"}],\
          "hasMore":false,"page":1,"per":100}
          """
      )
    }
  }

  @Test
  func isEmptyWithoutArticles() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.get("/api/articles", as: daily)
      #expect(answer.text == #"{"articles":[],"hasMore":false,"page":1,"per":100}"#)
    }
  }

  @Test(
    arguments: [
      ("?per=2", ["e", "d"], true),
      ("?page=2&per=2", ["c", "b"], true),
      ("?page=3&per=2", ["a"], false),
      ("?page=4&per=2", [], false),
      ("?page=1&per=5", ["e", "d", "c", "b", "a"], false),
    ]
  )
  func pages(query: String, slugs: [String], hasMore: Bool) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      // Two of them at the same time: the one that was added later comes first.
      for (hour, slug) in zip([1, 2, 3, 3, 4], ["a", "b", "c", "d", "e"]) {
        try await backend.article(slug, of: daily, by: ada, hour: hour)
      }

      let page = try await backend.get("/api/articles\(query)", as: daily).decode(ArticlePage.self)

      #expect(page.articles.map(\.slug) == slugs)
      #expect(page.hasMore == hasMore)
    }
  }

  @Test
  func holdsAHundredArticlesAtMost() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      for hour in 1...101 { try await backend.article("a\(hour)", of: daily, by: ada, hour: hour) }

      let page = try await backend.get("/api/articles", as: daily).decode(ArticlePage.self)

      #expect(page.articles.count == 100)
      #expect(page.articles.first?.slug == "a101")
      #expect(page.hasMore)
    }
  }

  @Test(
    arguments: [
      ("page=0", "page"), ("page=-1", "page"), ("page=two", "page"), ("page=", "page"),
      ("page=9223372036854775807", "page"), ("per=0", "per"), ("per=101", "per"),
      ("per=1.5", "per"), ("per=99999999999999999999", "per"),
    ]
  )
  func refusesBadNumbers(query: String, field: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.get("/api/articles?\(query)", as: daily)
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.field == field)
      #expect(try answer.failure.message.hasPrefix("\(field) must be a number from 1 to 100"))
    }
  }
}
