import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

private struct Article: Codable {
  var id: Int64?
  var authorId: Int64?
  var editorId: Int64?
  var title: String
  var slug: String
  var published = true
  var words = 100
}

private struct Author: Codable {
  var id: Int64?
  var name: String
}

private struct Comment: Codable {
  var articleId: Int64?
  var body: String
}

extension Factory<Author> {
  fileprivate static var author: Self { Factory("author") { Author(name: "Author \($0)") } }
}

extension Factory<Comment> {
  fileprivate static var comment: Self { Factory("comment") { Comment(body: "Comment \($0)") } }
}

extension Factory<Article> {
  fileprivate static var article: Self {
    Factory("article") { number, make in
      Article(title: "Article \(number)", slug: make.sequence("slug") { "slug-\($0)" })
    }
    .association("author", .own(.author))
    .trait("draft") { $0.published = false }
    .trait("discussed", FactoryTrait().children(.rows(3, of: .comment)))
    .transient("loud", false)
    .afterBuild { article, make in
      if try make.transient("loud") { article.title += "!" }
    }
    .afterCreate { article, row, making in
      try making.fixtures.create("audit", ["articleId": row, "what": "made \(article.title)"])
    }
  }
}

/// The factories of the README.
@Suite struct ReadmeFactoryExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  @Test func creating() throws {
    let article = try fixtures.create(.article)
    let draft = try fixtures.create(.article, traits: ["draft"]) { $0.title = "Hello" }
    let many = try fixtures.create(.article, count: 100) { article, number in
      article.words = number
    }
    let unsaved = try fixtures.build(.article, transient: ["loud": true])
    #expect((article.id, draft.published) == (1, false))
    #expect(many.map(\.words) == Array(1...100))
    #expect(unsaved.title == "Article 103!")
  }

  @Test func relatives() throws {
    let ada = try fixtures.create(.author) { $0.name = "Ada" }
    try fixtures.create(.article, count: 10, associations: ["author": .shared(.author)])
    try fixtures.create(.article, associations: ["author": .given(ada), "editor": .null])
    try fixtures.create(.article, associations: ["editor": .own(.author) { $0.name = "Eve" }])
    try fixtures.create(.article, children: [.rows(3, of: .comment), .rows(2, of: "tag")])
    let eves = try database.query("SELECT * FROM author WHERE name = 'Eve'")
    #expect(eves.count == 1)
  }

  @Test func tables() throws {
    let tag = Factory("tag") { ["name": "Tag \($0)"] }
      .trait("red", ["colour": "red"])  // a table needs no type
    try fixtures.create(tag, traits: ["red"], ["name": "news"])
    let swift = try fixtures.getOrCreate(tag, by: ["name": "swift"])

    try fixtures.lint(Factory.article, Factory.author, tag)  // each with each trait, taken back
    fixtures.resetSequences()
    #expect(try swift["name"] == "swift")
  }
}
