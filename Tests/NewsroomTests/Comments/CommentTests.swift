import Foundation
import Hummingbird
import Newsroom
import Testing

@Suite("/api/articles/:id/comments")
struct CommentTests {
  @Test(arguments: Storage.allCases)
  func addsAComment(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let before = Date()
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))

      let answer = try await backend.post(
        "/api/articles/1/comments", #"{"author": "Mei", "text": "Well said."}"#, as: daily)

      #expect(answer.status == .created)
      let comment = try answer.decode(CommentDetails.self)
      #expect(comment.author == "Mei")
      #expect(comment.text == "Well said.")
      #expect((before - 1...Date() + 1).contains(comment.createdAt))
      let page = try await backend.get("/api/articles/1/comments", as: daily)
      #expect(
        page.text == #"{"comments":[\#(answer.text)],"hasMore":false,"page":1,"per":100}"#)
      let log = try await backend.auditLog()
      #expect(log.count == 1)
      #expect(log.first?.hasPrefix("user:ada insert comment 1") == true)
      #expect(log.first?.contains(#""text":{"new":"Well said."}"#) == true)
    }
  }

  @Test
  func listsThoseOfTheArticleOldestFirst() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      for slug in ["news", "other"] { try await backend.article(slug, of: daily, by: ada) }
      // Two of them at the same time: the one that was added first comes first.
      for (hour, text) in zip([3, 1, 2, 2], ["d", "a", "b", "c"]) {
        try await backend.comment(text, on: 1, of: daily, hour: hour)
      }
      try await backend.comment("elsewhere", on: 2, of: daily)

      for (query, texts, more) in [
        ("", ["a", "b", "c", "d"], false), ("?per=3", ["a", "b", "c"], true),
        ("?per=3&page=2", ["d"], false), ("?per=2&page=2", ["c", "d"], false),
        ("?page=2", [], false),
      ] {
        let page = try await backend.get("/api/articles/1/comments\(query)", as: daily)
          .decode(CommentPage.self)
        #expect(page.comments.map(\.text) == texts)
        #expect(page.hasMore == more)
      }
    }
  }

  @Test
  func knowsNeitherMissingArticlesNorThoseOfOtherTenants() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      try await backend.article("news", of: weekly, by: backend.author(of: weekly))
      try await backend.comment("secret", on: 1, of: weekly)
      let draft = #"{"author": "Mei", "text": "Well said."}"#

      let theirs = try await [
        backend.get("/api/articles/1/comments", as: daily),
        backend.post("/api/articles/1/comments", draft, as: daily),
      ]
      let nobodys = try await [
        backend.get("/api/articles/7/comments", as: daily),
        backend.post("/api/articles/7/comments", draft, as: daily),
      ]

      #expect(theirs.allSatisfy { $0.status == .notFound })
      #expect(
        theirs.map { $0.text.replacing("article 1", with: "article 7") } == nobodys.map(\.text))
      #expect(try await backend.count("comment") == 1)
    }
  }

  @Test(arguments: [
    ("author", #"{"author": " ", "text": "Text"}"#, HTTPResponse.Status.unprocessableContent),
    ("text", #"{"author": "Mei", "text": "\n"}"#, .unprocessableContent),
    (
      "author", #"{"author": "\#(String(repeating: "a", count: 101))", "text": "Text"}"#,
      .unprocessableContent
    ),
    (
      "text", #"{"author": "Mei", "text": "\#(String(repeating: "a", count: 10_001))"}"#,
      .unprocessableContent
    ),
    ("author", #"{"text": "Text"}"#, .badRequest), ("text", #"{"author": "Mei"}"#, .badRequest),
    ("text", #"{"author": "Mei", "text": 3}"#, .badRequest),
  ])
  func refusesWhatIsNoComment(
    field: String, json: String, status: HTTPResponse.Status
  ) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))
      let answer = try await backend.post("/api/articles/1/comments", json, as: daily)
      #expect(answer.status == status)
      #expect(try answer.failure.field == field)
      #expect(try await backend.count("comment") == 0)
    }
  }
}
