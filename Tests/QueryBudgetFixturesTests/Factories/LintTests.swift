import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct LintTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  @Test("Sound factories pass, and leave nothing behind")
  func sound() throws {
    try fixtures.create(.article)
    let before = try dump()
    try fixtures.lint(Factory.article, Factory.author, Factory.comment, Factory("tag"))
    #expect(try dump() == before)
    #expect(try fixtures.build(.article).slug == "slug-2")
    #expect(try fixtures.build(.author).name == "Author 1")
  }

  @Test("What is broken is listed, one line each, and leaves nothing behind")
  func broken() throws {
    struct Stop: Error, CustomStringConvertible { var description: String { "not today" } }
    let article = Factory<Article>.article
      .trait("stopped", FactoryTrait().afterCreate { _, _, _ in throw Stop() })
      .trait("lost", including: ["nowhere"]) { _ in }
      .trait("orphan", FactoryTrait().association("author", .null))
    let tag = Factory("tag").trait("plain", ["colur": "red"])
    let before = try dump()
    let error = #expect(throws: FactoryLintError.self) {
      try fixtures.lint(article, Factory.author, tag)
    }
    #expect(
      error?.problems == [
        "article+stopped: not today",
        "article+lost: Factory article has no trait nowhere, which trait lost includes: "
          + "it has draft, long, essay, stopped, lost, orphan.",
        "article+orphan: article.authorId takes no NULL, so that .null can't be its association: "
          + "give it a parent, .own, .shared or .given(…).",
        "tag+plain: There is no column colur in tag: did you mean colour?",
      ])
    #expect(error?.description == error?.problems.joined(separator: "\n"))
    #expect(try dump() == before)
    #expect(try fixtures.build(article).slug == "slug-1")
  }

  @Test("A broken factory is listed by its name alone")
  func factory() throws {
    let error = #expect(throws: FactoryLintError.self) { try fixtures.lint(Factory("tga")) }
    #expect(error?.problems == ["tga: There is no table tga: did you mean tag?"])
  }

  @Test("A deferred foreign key that refers to nothing is found before it is too late")
  func deferred() throws {
    try magazine.database.execute(
      "CREATE TABLE leaf(id INTEGER PRIMARY KEY, "
        + "tree INTEGER REFERENCES tag DEFERRABLE INITIALLY DEFERRED)")
    let leaf = Factory("leaf").trait("lost", ["tree": 99])
    let error = #expect(throws: FactoryLintError.self) { try fixtures.lint(leaf) }
    #expect(
      error?.problems == [
        "leaf+lost: leaf.tree of a row refers to no row of tag: make that row first, or leave "
          + "tree out."
      ])
  }

  @Test("Inside of a transaction it takes back its own rows only")
  func nested() throws {
    try fixtures.transaction {
      try fixtures.create(.author)
      try fixtures.lint(Factory.article)
    }
    #expect(try magazine.count("author") == 1)
    #expect(try magazine.count("article") == 0)
  }

  private func dump() throws -> [[Row]] {
    try ["author", "article", "comment", "tag", "sqlite_schema"].map {
      try magazine.database.query("SELECT * FROM \($0)")
    }
  }
}
