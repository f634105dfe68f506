import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct FactoryTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  @Test("A record comes back as the database has it: key, parent, default, generated column")
  func create() throws {
    let article = try fixtures.create(.article)
    #expect(article.id == 1)
    #expect(article.title == "Article 1")
    #expect(article.slug == "slug-1")
    #expect(article.createdAt == Date(timeIntervalSince1970: 1_767_225_600))
    #expect(article.shortTitle == "Art")
    let authors = try magazine.column("id", of: "author").map { Int64($0) }
    #expect(authors.contains(article.authorId))
    #expect(authors.contains(article.editorId))
    #expect(article.authorId != article.editorId)
  }

  @Test("The call wins over the factory")
  func override() throws {
    let article = try fixtures.create(.article) {
      $0.title = "Hello"
      $0.slug = "hello"
    }
    #expect(article.title == "Hello")
    #expect(article.slug == "hello")
  }

  @Test("Each of many gets what its number says")
  func many() throws {
    let articles = try fixtures.create(.article, count: 3) { article, number in
      article.words = number * 10
    }
    #expect(articles.map(\.words) == [10, 20, 30])
    #expect(articles.map(\.title) == ["Article 1", "Article 2", "Article 3"])
    #expect(Set(articles.compactMap(\.authorId)).count == 3)
  }

  @Test("None are none, and fewer are refused")
  func none() throws {
    #expect(try fixtures.create(.article, count: 0) == [])
    let error = #expect(throws: FixtureError.self) { try fixtures.create(.article, count: -1) }
    #expect(
      error?.description
        == "-1 rows of factory article can't be made: give a count of 0 or more.")
    #expect(throws: FixtureError.self) { try fixtures.build(.article, count: -1) }
  }

  @Test("A type that is only written answers its row")
  func written() throws {
    let comment: CreatedRow = try fixtures.create(.comment) { $0.body = "Well" }
    #expect(try comment["body"] == "Well")
    let comments: [CreatedRow] = try fixtures.create(.comment, count: 2)
    #expect(try comments.map { try $0["body"] } == ["Comment 2", "Comment 3"])
  }

  @Test("A table needs no type, and no word")
  func table() throws {
    let article = Factory("article")
    let row = try fixtures.create(article, ["title": "Hello"])
    #expect(try row["title"] == "Hello")
    let rows = try fixtures.create(article, count: 2, ["words": 7]) { ["title": "No. \($0)"] }
    #expect(try rows.map { try $0["title"] } == ["No. 1", "No. 2"])
    #expect(try rows.map { try $0["words"] } == [7, 7])
    let numbered = Factory("numbered", table: "article") { ["title": "Number \($0)"] }
    #expect(try fixtures.create(numbered)["title"] == "Number 1")
  }

  @Test("nil is NULL where the column takes it, and else left to the schema")
  func whole() throws {
    #expect(try fixtures.create(.author).email == nil)
    struct Loose: Codable { var words: Int?, title: String?, editorId: Int64? }
    let loose = Factory<Loose>("loose", table: "article") { _ in Loose() }
    let made = try fixtures.create(loose)
    #expect(made.words == 0)
    #expect(made.title != nil)
    #expect(made.editorId != nil)
  }

  @Test("A row that can't be read back as its type is refused, and doesn't stay")
  func unreadable() throws {
    struct Odd: Codable {
      var name: String
      var email: Int
      enum CodingKeys: CodingKey { case name, email }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode("no number", forKey: .email)
      }
    }
    let factory = Factory<Odd>("odd", table: "author") { _ in Odd(name: "x", email: 1) }
    let error = #expect(throws: FixtureError.self) { try fixtures.create(factory) }
    #expect(
      error?.description
        == "The row of author can't be read back as Odd: "
        + "email: it holds text(\"no number\"), no Int.")
    #expect(try magazine.count("author") == 0)
    let numbers = #expect(throws: FixtureError.self) {
      try fixtures.create(Factory<[Int]>("numbers", table: "author") { [$0] })
    }
    #expect(
      numbers?.description
        == "What factory numbers makes can't be written as a row: Array<Int> is no row, since it "
        + "has no coding keys of its own: give a type with a property for each column.")
  }

  @Test("A factory that only writes a type doesn't pretend to have read it")
  func generic() throws {
    func written<Record: Encodable>(
      _ make: @escaping @Sendable (Int) -> Record
    ) -> Factory<Record> { Factory("author", make: make) }
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(written { Author(name: "\($0)") })
    }
    #expect(
      error?.description
        == "Factory author only writes Author: declare it where the type is known to be readable.")
  }

  @Test("A dictionary gives NULL where it says so")
  func null() throws {
    let row = try fixtures.create(Factory("article"), ["editorId": SQLiteValue.null])
    #expect(try row["editorId"] == .null)
    #expect(throws: (any Error).self) {
      try fixtures.create(Factory("article"), ["authorId": SQLiteValue.null])
    }
  }

  @Test("A record is built without the database")
  func build() throws {
    let gone = try Fixtures(RecordingDatabase(.inMemory))
    let article = try gone.build(.article, traits: ["draft"]) { $0.words = 3 }
    #expect(
      article == Article(title: "Article 1", slug: "slug-1", published: false, words: 3))
    let articles = try gone.build(.article, count: 2) { $0.words = $1 }
    #expect(articles.map(\.words) == [1, 2])
    #expect(try gone.build(Factory("article"), ["title": "x"]).keys.sorted() == ["title"])
  }

  @Test("A misspelt column is refused with the nearest one")
  func misspelt() throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(Factory("article"), ["titel": "Hello"])
    }
    #expect(error?.description == "There is no column titel in article: did you mean title?")
    struct Wrong: Codable { var titel = "" }
    let other = #expect(throws: FixtureError.self) {
      try fixtures.create(Factory("article") { _ in Wrong() })
    }
    #expect(
      other?.description == "Wrong has titel, which is no column of article: did you mean title?")
    #expect(other?.column == "titel")
    let table = #expect(throws: FixtureError.self) { try fixtures.create(Factory("artcle")) }
    #expect(table?.description == "There is no table artcle: did you mean article?")
  }

  @Test("What factories run belongs to no recording")
  func unrecorded() throws {
    let factory = Factory<Article>.article
      .association("author", .own(.author))
      .children(.rows(2, of: .comment))
      .afterCreate { _, row, making in
        try making.fixtures.create(.comment, associations: ["article": .given(row)])
      }
    let recording = try magazine.database.recorder.record {
      try fixtures.create(factory, count: 3)
      try fixtures.getOrCreate(Factory("tag"), by: ["name": "swift"])
      try fixtures.lint(factory)
    }
    #expect(recording.statements == [])
    #expect(try magazine.count("comment") == 9)
  }
}
