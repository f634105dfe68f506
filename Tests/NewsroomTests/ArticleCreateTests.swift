import Foundation
import Hummingbird
import Newsroom
import Testing

@Suite("POST /api/articles")
struct ArticleCreateTests {
  @Test(arguments: Storage.allCases)
  func publishesTheArticleWithItsTags(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author("Ada", of: daily)
      try await backend.article("first", of: daily, by: ada, tags: ["city"])

      let answer = try await backend.post(
        "/api/articles",
        """
        {"authorId": \(ada), "slug": "second", "title": "Second", "body": "Text",
         "tags": ["Sport", " city ", "sport"], "publishedAt": "2026-03-01T10:00:00Z"}
        """,
        as: daily
      )

      #expect(answer.status == .created)
      #expect(answer.headers[.location] == "/api/articles/2")
      let article = try answer.decode(ArticleDetails.self)
      #expect(article.author.name == "Ada")
      #expect(article.tags == ["city", "sport"])
      #expect(article.publishedAt == Date(timeIntervalSince1970: 1_772_359_200))
      let stored = try await backend.get("/api/articles/2", as: daily)
      #expect(stored.text == answer.text)
      #expect(try await backend.count("tag") == 2)
    }
  }

  @Test
  func needsNeitherTagsNorDate() async throws {
    try await Backend.run { backend in
      let before = Date()
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      let answer = try await backend.post("/api/articles", Self.draft(authorId: ada), as: daily)
      #expect(answer.status == .created)
      let article = try answer.decode(ArticleDetails.self)
      #expect(article.tags.isEmpty)
      #expect((before - 1...Date() + 1).contains(article.publishedAt))
    }
  }

  @Test
  func takesAHundredTags() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      let names = (100..<200).map { "tag-\($0)" }
      let draft = Self.draft(authorId: ada, more: #", "tags": \#(names)"#)
      let answer = try await backend.post("/api/articles", draft, as: daily)
      #expect(try answer.decode(ArticleDetails.self).tags == names)
    }
  }

  @Test
  func refusesASlugThatTheTenantUses() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada)

      let draft = Self.draft(authorId: ada, more: #", "tags": ["new"]"#)
      let answer = try await backend.post("/api/articles", draft, as: daily)

      #expect(answer.status == .conflict)
      #expect(try answer.failure.field == "slug")
      #expect(try await backend.count("article") == 1)
      #expect(try await backend.count("tag") == 0)
    }
  }

  @Test
  func acceptsASlugThatAnotherTenantUses() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: weekly, by: backend.author(of: weekly))
      let answer = try await backend.post("/api/articles", Self.draft(authorId: ada), as: daily)
      #expect(answer.status == .created)
    }
  }

  @Test(
    arguments: [
      ("authorId", #"{"slug": "news", "title": "News", "body": "Text"}"#),
      ("authorId", #"{"authorId": "1", "slug": "news", "title": "News", "body": "Text"}"#),
      ("slug", #"{"authorId": 1, "slug": null, "title": "News", "body": "Text"}"#),
      ("title", #"{"authorId": 1, "slug": "news", "body": "Text"}"#),
      ("tags", draft(more: #", "tags": "city""#)),
      ("tags.1", draft(more: #", "tags": ["city", 3]"#)),
      ("publishedAt", draft(more: #", "publishedAt": "yesterday""#)),
      (nil, #"{"authorId": 1.5, "slug": "news", "title": "News", "body": "Text"}"#),
      (nil, "[]"), (nil, "{"), (nil, ""),
    ]
  )
  func refusesWhatItCannotRead(field: String?, json: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.author(of: daily)
      let answer = try await backend.post("/api/articles", json, as: daily)
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.field == field)
      #expect(try answer.failure.message.hasPrefix("\(field ?? "The request body") must be "))
      #expect(try await backend.count("article") == 0)
    }
  }

  @Test(
    arguments: [
      ("authorId", draft(authorId: 7)),
      ("slug", draft(slug: "")), ("slug", draft(slug: "Big News")), ("slug", draft(slug: "a--b")),
      ("slug", draft(slug: String(repeating: "a", count: 101))),
      ("title", draft(title: "  ")), ("title", draft(title: String(repeating: "a", count: 201))),
      ("body", draft(body: #"\n"#)),
      ("tags", draft(more: #", "tags": [" "]"#)),
      ("tags", draft(more: #", "tags": ["\#(String(repeating: "a", count: 51))"]"#)),
      ("tags", draft(more: #", "tags": \#((0...100).map { "tag-\($0)" })"#)),
    ]
  )
  func refusesWhatIsNotValid(field: String, json: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.author(of: daily)
      let answer = try await backend.post("/api/articles", json, as: daily)
      #expect(answer.status == .unprocessableContent)
      #expect(try answer.failure.field == field)
      #expect(try answer.failure.message.hasPrefix("\(field) must be "))
      #expect(try await backend.count("article") == 0)
    }
  }

  @Test
  func refusesABodyThatIsTooLarge() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let text = String(repeating: "a", count: 3_000_000)
      let answer = try await backend.post("/api/articles", text, as: daily)
      #expect(answer.status == .contentTooLarge)
      #expect(try answer.failure.message.hasSuffix("too large; send at most 2097152 bytes."))
    }
  }

  private static func draft(
    authorId: Int64 = 1,
    slug: String = "news",
    title: String = "News",
    body: String = "Text",
    more: String = ""
  ) -> String {
    #"{"authorId": \#(authorId), "slug": "\#(slug)", "title": "\#(title)", "body": "\#(body)"\#(more)}"#
  }
}
