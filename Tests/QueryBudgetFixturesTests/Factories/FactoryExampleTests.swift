import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

extension Factory<Article> {
  fileprivate static var example: Self {
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

/// The examples of the README, as they stand there.
@Suite struct FactoryExampleTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
    try magazine.database.execute(
      """
      CREATE TABLE audit(
        id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, what TEXT NOT NULL)
      """)
  }

  @Test("Creating and building")
  func creating() throws {
    let article = try fixtures.create(.example)
    let draft = try fixtures.create(.example, traits: ["draft"]) { $0.title = "Hello" }
    let many = try fixtures.create(.example, count: 100) { article, number in
      article.words = number
    }
    let unsaved = try fixtures.build(.example, transient: ["loud": true])
    #expect((article.id, article.title, article.shortTitle) == (1, "Article 1", "Art"))
    #expect((draft.title, draft.published) == ("Hello", false))
    #expect(many.map(\.words) == Array(1...100))
    #expect((unsaved.id, unsaved.title) == (nil, "Article 103!"))
    #expect(try magazine.count("audit") == 102)
    #expect(try magazine.column("what", of: "audit")[1] == "made Hello")
  }

  @Test("Parents and children")
  func relatives() throws {
    let ada = try fixtures.create(.author) { $0.name = "Ada" }
    try fixtures.create(.example, count: 10, associations: ["author": .shared(.author)])
    try fixtures.create(.example, associations: ["author": .given(ada), "editor": .null])
    try fixtures.create(.example, associations: ["editor": .own(.author) { $0.name = "Eve" }])
    try fixtures.create(.example, children: [.rows(3, of: .comment), .rows(2, of: "tag")])
    #expect(try magazine.column("count(*)", of: "article WHERE authorId = 1") == [1])
    #expect(try magazine.column("count(*)", of: "author WHERE name = 'Eve'") == [1])
    #expect(try magazine.count("comment") == 3)
    #expect(try magazine.count("tag") == 2)
  }

  @Test("Tables, unique keys, sequences and lint")
  func others() throws {
    let tag = Factory("tag") { ["name": "Tag \($0)"] }
      .trait("red", ["colour": "red"])
    try fixtures.create(tag, traits: ["red"], ["name": "news"])
    let swift = try fixtures.getOrCreate(tag, by: ["name": "swift"])
    try fixtures.lint(Factory.example, Factory.author, tag)
    fixtures.resetSequences()
    #expect(try swift["name"] == "swift")
    #expect(try magazine.column("colour", of: "tag")[0] == "red")
    #expect(try fixtures.build(.example).title == "Article 1")
  }
}
