import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

private struct Article: Codable {
  var id: Int64?
  var authorId: Int64?
  var editorId: Int64?
  var title: String
  var slug: String?
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

private struct Tag: Codable {
  var id: Int64?
  var name: String
}

extension Factory<Author> {
  fileprivate static var author: Self { Factory("author") { Author(name: "Author \($0)") } }
}

extension Factory<Comment> {
  fileprivate static var comment: Self { Factory("comment") { Comment(body: "Comment \($0)") } }
}

extension Factory<Tag> {
  fileprivate static var tag: Self { Factory("tag") { Tag(name: "Tag \($0)") } }
}

extension Factory<Article> {
  fileprivate static var article: Self {
    Factory("article") { number in Article(title: "Article \(number)", published: true) }
      .trait("draft") { $0.published = false }
      .association("author", .own(.author))
  }
}

/// Examples of factories.
@Suite struct FactoryExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  private func count(_ table: String) throws -> Int {
    try database.query("SELECT count(*) AS n FROM \(table)")[0].value("n")
  }

  @Test func creating() throws {
    let article = try fixtures.create(.article)
    let drafts = try fixtures.create(.article, count: 10, traits: ["draft"])
    #expect(article.id == 1)
    #expect(drafts.map(\.published).allSatisfy { !$0 })
  }

  @Test func changing() throws {
    let article = try fixtures.create(.article)
    let draft = try fixtures.create(.article, traits: ["draft"]) { $0.title = "Hello" }
    let other = try fixtures.create(.article, associations: ["author": .given(article.authorId)])
    #expect(draft.title == "Hello")
    #expect(other.authorId == article.authorId)
  }

  @Test func counting() throws {
    try fixtures.create(.article, count: 100, associations: ["author": .shared])
    try fixtures.create(.article, count: 10) { article, number in article.words = number }
    #expect(try count("author WHERE id IN (SELECT authorId FROM article)") == 11)
  }

  @Test func building() throws {
    let article = try fixtures.build(.article) { $0.title = "Hello" }
    #expect(article.title == "Hello")
    #expect(try count("article") == 0)
  }

  @Test func articleAndDraft() throws {
    let article = try fixtures.create(.article)
    let draft = try fixtures.create(.article, traits: ["draft"]) { $0.title = "Hello" }
    #expect(article.id != draft.id)
  }

  @Test func gettingOrCreating() throws {
    let swift = try fixtures.getOrCreate(.tag, by: ["name": "swift"])
    try fixtures.getOrCreate(Factory("tag"), by: ["name": "swift"], ["colour": "orange"])
    #expect(swift.name == "swift")
    #expect(try count("tag") == 1)
  }

  @Test func factories() throws {
    try fixtures.lint(Factory.article, Factory.author)
  }

  @Test func traits() throws {
    let articles = Factory.article
      .trait("draft") { $0.published = false }
      .trait("long") { $0.words = 5000 }
      .trait("essay", including: ["draft", "long"]) { $0.title += ", an essay" }
      .trait("discussed", FactoryTrait().children(.rows(3, of: .comment)))
    let essay = try fixtures.create(articles, traits: ["essay", "discussed"])
    #expect(essay.title == "Article 1, an essay")
    #expect((essay.words, essay.published) == (5000, false))
    #expect(try count("comment") == 3)
  }

  @Test func associations() throws {
    let ada = try fixtures.create(.author) { $0.name = "Ada" }
    try fixtures.create(.article, count: 10, associations: ["author": .shared(.author)])
    try fixtures.create(.article, associations: ["author": .given(ada), "editor": .null])
    #expect(try count("article JOIN author ON author.id = authorId WHERE name = 'Ada'") == 1)
  }

  @Test func children() throws {
    try fixtures.create(
      .article, count: 10, children: [.rows(3, of: .comment), .rows(2, of: "tag")])
    #expect(try count("comment") == 30)
    #expect(try count("tag") == 20)
  }

  @Test func callbacks() throws {
    let audited = Factory.article.afterCreate { article, row, making in
      try making.fixtures.create("audit", ["articleId": row, "what": "made \(article.title)"])
    }
    try fixtures.create(audited)
    #expect(try count("audit WHERE what = 'made Article 1'") == 1)
  }

  @Test func transientValues() throws {
    let shouting = Factory.article
      .transient("loud", false)
      .afterBuild { article, make in
        if try make.transient("loud") { article.title += "!" }
      }
    let loud = try fixtures.create(shouting, transient: ["loud": true])
    #expect(loud.title == "Article 1!")
  }

  @Test func sequences() throws {
    let factory = Factory<Article>("article") { number, make in
      Article(title: "Article \(number)", slug: make.sequence("slug") { "slug-\($0)" })
    }
    let tag = Factory("tag") { _, make in ["name": make.sequence("name") { "Tag \($0)" }] }
    try fixtures.create(tag, count: 3)
    #expect(try fixtures.create(factory).slug == "slug-1")
    #expect(try count("tag WHERE name = 'Tag 3'") == 1)
  }

  @Test func tables() throws {
    let article = Factory("article") { ["title": "Article \($0)"] }
      .trait("draft", ["published": false])
    try fixtures.create(article, traits: ["draft"], ["title": "Hello"])
    try fixtures.create(article, count: 10, ["published": true]) { ["title": "Article \($0)"] }
    #expect(try count("article WHERE published") == 10)
  }

  @Test func tablesWithoutValues() throws {
    let article = Factory("article").trait("draft", ["published": false])
    try fixtures.create(article, traits: ["draft"], ["title": "Hello"])
    #expect(try count("article WHERE NOT published AND title = 'Hello'") == 1)
  }
}
