import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct AssociationTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  private func names(of articles: [Article]) throws -> [String] {
    try articles.map { article in
      try magazine.database.query("SELECT name FROM author WHERE id = ?", [article.authorId])[0]
        .value("name")
    }
  }

  @Test("Each row has a parent of its own, by its factory, with values through the association")
  func own() throws {
    let factory = Factory<Article>.article.association("author", .own(.author))
    #expect(
      try names(of: fixtures.create(factory, count: 3)) == ["Author 1", "Author 2", "Author 3"])
    let ada = try fixtures.create(
      .article, associations: ["author": .own(.author) { $0.name = "Ada" }])
    #expect(try names(of: [ada]) == ["Ada"])
  }

  @Test("Without a factory the schema makes the parents")
  func schema() throws {
    let own = try fixtures.create(
      .article, count: 2, associations: ["authorId": .own, "editor": .own(["name": "Bob"])])
    #expect(Set(own.map(\.authorId)).count == 2)
    #expect(Set(own.map(\.editorId)).count == 2)
    #expect(try magazine.database.query("SELECT 1 FROM author WHERE name = 'Bob'").count == 2)
    let shared = try fixtures.create(
      .article, count: 2, associations: ["author": .shared, "editor": .shared(["name": "Cy"])])
    #expect(Set(shared.map(\.authorId)).count == 1)
    #expect(try magazine.database.query("SELECT 1 FROM author WHERE name = 'Cy'").count == 1)
  }

  @Test("A shared parent is one for all rows of the call, and a new one in the next")
  func shared() throws {
    let factory = Factory<Article>.article.association("author", .shared(.author))
    #expect(try Set(fixtures.create(factory, count: 5).map(\.authorId)).count == 1)
    #expect(try names(of: fixtures.create(factory, count: 2)) == ["Author 2", "Author 2"])
  }

  @Test("A given parent is a row, a record or a key")
  func given() throws {
    let row = try fixtures.create("author", ["name": "Row"])
    let record = try fixtures.create(.author) { $0.name = "Record" }
    for (parent, name) in [
      (FactoryAssociation.given(row), "Row"), (.given(record), "Record"), (.given(row.id), "Row"),
      (.given(record.id), "Record"),
    ] {
      let articles = try fixtures.create(.article, count: 2, associations: ["author": parent])
      #expect(try names(of: articles) == [name, name])
    }
    let unsaved = #expect(throws: FixtureError.self) {
      try fixtures.create(
        .article, associations: ["author": .given(try fixtures.build(.author))])
    }
    #expect(
      unsaved?.description
        == "The given author has no id: give a Author that is in the database.")
    let null = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, associations: ["editor": .given(fixtures.build(.author).id)])
    }
    #expect(
      null?.description
        == "The given author is NULL: give one that is in the database, or .null for none.")
  }

  @Test("None is NULL, and an error where the column takes none")
  func none() throws {
    let article = try fixtures.create(.article, associations: ["editor": .null])
    #expect(article.editorId == nil)
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, associations: ["author": .null])
    }
    #expect(
      error?.description
        == "article.authorId takes no NULL, so that .null can't be its association: "
        + "give it a parent, .own, .shared or .given(…).")
    #expect(error?.column == "authorId")
    #expect(try magazine.count("article") == 1)
  }

  @Test("Later wins: a value over an association, an association over a value")
  func precedence() throws {
    let ada = try fixtures.create(.author) { $0.name = "Ada" }
    let factory = Factory<Article>.article
      .association("author", .own(.author) { $0.name = "Own" })
      .trait("byAda") { $0.authorId = ada.id }
      .trait("shared", FactoryTrait().association("authorId", .shared(.author)))
    #expect(try names(of: [fixtures.create(factory, traits: ["byAda"])]) == ["Ada"])
    #expect(try names(of: [fixtures.create(factory) { $0.authorId = ada.id }]) == ["Ada"])
    #expect(try names(of: [fixtures.create(factory, traits: ["byAda", "shared"])]) == ["Author 2"])
    #expect(try names(of: [fixtures.create(factory, traits: ["shared", "byAda"])]) == ["Ada"])
    let given = try fixtures.create(factory, associations: ["author": .own(["name": "Eve"])]) {
      $0.authorId = ada.id
    }
    #expect(try names(of: [given]) == ["Eve"])
  }

  @Test("A value that only stands in the place of a parent gives way to the association")
  func placeholder() throws {
    struct Strict: Codable {
      var authorId: Int64 = 0
      var title = "x"
    }
    let factory = Factory<Strict>("strict", table: "article") { _ in Strict() }
      .association("author", .own)
    #expect(try fixtures.create(factory).authorId > 0)
    let ada = try fixtures.create(.author)
    #expect(try fixtures.create(factory) { $0.authorId = ada.id ?? 0 }.authorId == ada.id)
  }

  @Test("A name that means no foreign key, or several, is refused")
  func unknown() throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, associations: ["autorId": .own])
    }
    #expect(
      error?.description == "article has no foreign key autorId: did you mean authorId?")
    try magazine.database.execute(
      "CREATE TABLE game(id INTEGER PRIMARY KEY, home REFERENCES author, away REFERENCES author)")
    let several = #expect(throws: FixtureError.self) {
      try fixtures.create(Factory("game"), associations: ["author": .own])
    }
    #expect(
      several?.description
        == "game refers to author by 2 foreign keys: name the column, home or away.")
    let other = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, associations: ["author": .own(.comment)])
    }
    #expect(
      other?.description
        == "article.authorId refers to author, and factory comment makes rows of comment: "
        + "name a factory of author.")
  }

  @Test("A given parent is set by build, a new one is not made")
  func build() throws {
    let ada = try fixtures.create(.author)
    let built = try fixtures.build(
      .article, associations: ["author": .given(ada), "editor": .own(.author)])
    #expect(built.authorId == ada.id)
    #expect(built.editorId == nil)
    #expect(try magazine.count("author") == 1)
    let row = try fixtures.build(Factory("article"), associations: ["authorId": .given(7)])
    #expect(row["authorId"]?.sqliteValue == 7)
  }

  @Test("Factories that need each other without an end are refused")
  func endless() throws {
    try magazine.database.execute(
      "CREATE TABLE node(id INTEGER PRIMARY KEY, parent INTEGER REFERENCES node, name TEXT)")
    let leaf = Factory("leaf", table: "node")
      .association("parent", .own(Factory("node")) { $0["name"] = "parent" })
    #expect(try fixtures.create(leaf)["parent"] != .null)
    let before = try magazine.count("node")
    let error = #expect(throws: FixtureError.self) { try fixtures.create(.endlessNode) }
    #expect(
      error?.description
        == "Factories make rows for one another without an end, … → endless → endless → endless "
        + "→ endless: give one of them its parent, or none, with association(…, .given(…)) "
        + "or .null.")
    #expect(try magazine.count("node") == before)
  }
}

extension TableFactory {
  fileprivate static var endlessNode: Self {
    Factory("endless", table: "node").association("parent", .own(.endlessNode))
  }
}
