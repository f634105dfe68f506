import Hummingbird
import Newsroom
import Testing

@Suite("PUT /api/articles/:id")
struct ArticleReviseTests {
  @Test(arguments: Storage.allCases)
  func changesTheArticleAndItsTags(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author("Ada", of: daily)
      try await backend.article("news", of: daily, by: ada, tags: ["city", "sport"])
      try await backend.article("other", of: daily, by: ada, tags: ["sport"])

      let answer = try await backend.put(
        "/api/articles/1",
        #"{"title": "Newer", "body": "Other text.", "tags": ["Rain", "city"]}"#, as: daily)

      #expect(answer.status == .ok)
      let article = try answer.decode(ArticleDetails.self)
      #expect(article.title == "Newer")
      #expect(article.body == "Other text.")
      #expect(article.slug == "news")
      #expect(article.tags == ["city", "rain"])
      #expect(try await backend.get("/api/articles/1", as: daily).text == answer.text)
      let other = try await backend.get("/api/articles/2", as: daily)
      #expect(try other.decode(ArticleDetails.self).tags == ["sport"])
      #expect(
        try await backend.auditLog() == [
          #"user:ada update article 1 {"body":{"new":"Other text.","old":"Text of news."},"#
            + #""tags":{"new":["city","rain"],"old":["city","sport"]},"#
            + #""title":{"new":"Newer","old":"News"}}"#
        ]
      )
    }
  }

  @Test(arguments: [
    (#"{"title": "News", "body": "Text of news.", "tags": ["sport", "CITY"]}"#, nil),
    (#"{"title": "News", "body": "Text of news."}"#, nil),
    (#"{"title": "Newer", "body": "Text of news."}"#, #"{"title":{"new":"Newer","old":"News"}}"#),
    (
      #"{"title": "News", "body": "Text of news.", "tags": []}"#,
      #"{"tags":{"new":[],"old":["city","sport"]}}"#
    ),
  ])
  func logsOnlyWhatChanged(json: String, changes: String?) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada, tags: ["city", "sport"])
      let answer = try await backend.put("/api/articles/1", json, as: daily)
      #expect(answer.status == .ok)
      let log = try await backend.auditLog()
      #expect(log == (changes.map { ["user:ada update article 1 \($0)"] } ?? []))
    }
  }

  /// An accent of its own is the same letter to Swift, and another one to SQLite.
  @Test
  func knowsATagInEverySpelling() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada, tags: ["caf\u{E9}", "city"])
      let tags = "[\"RAIN\", \"cafe\u{301}\"]"
      let answer = try await backend.put(
        "/api/articles/1",
        #"{"title": "News", "body": "Text of news.", "tags": \#(tags)}"#, as: daily)
      #expect(try answer.decode(ArticleDetails.self).tags == ["caf\u{E9}", "rain"])
      #expect(try await backend.count("tag") == 3)
    }
  }

  @Test(arguments: [
    ("title", #"{"title": " ", "body": "Text"}"#, HTTPResponse.Status.unprocessableContent),
    ("body", #"{"title": "News", "body": ""}"#, .unprocessableContent),
    ("tags", #"{"title": "News", "body": "Text", "tags": [""]}"#, .unprocessableContent),
    ("title", #"{"body": "Text"}"#, .badRequest), ("body", #"{"title": "News"}"#, .badRequest),
  ])
  func refusesWhatIsNotValid(
    field: String, json: String, status: HTTPResponse.Status
  ) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))
      let answer = try await backend.put("/api/articles/1", json, as: daily)
      #expect(answer.status == status)
      #expect(try answer.failure.field == field)
      #expect(try await backend.auditLog().isEmpty)
    }
  }

  @Test
  func knowsNeitherMissingArticlesNorThoseOfOtherTenants() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      try await backend.article("news", of: weekly, by: backend.author(of: weekly), tags: ["city"])
      let json = #"{"title": "Newer", "body": "Text", "tags": []}"#
      let theirs = try await backend.put("/api/articles/1", json, as: daily)
      let nobodys = try await backend.put("/api/articles/7", json, as: daily)
      #expect(theirs.status == .notFound)
      #expect(theirs.text.replacing("article 1", with: "article 7") == nobodys.text)
      let article = try await backend.get("/api/articles/1", as: weekly)
        .decode(ArticleDetails.self)
      #expect(article.title == "News")
      #expect(article.tags == ["city"])
      #expect(try await backend.auditLog().isEmpty)
    }
  }
}
