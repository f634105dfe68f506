import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct SequenceTests {
  let fixtures: Fixtures

  init() throws { fixtures = try Magazine().fixtures }

  private let counting = Factory<Article>("counting", table: "article") { number, make in
    let slug = make.sequence("slug") { "slug-\($0)" }
    if number.isMultiple(of: 2) { _ = make.sequence("pairs") }
    return Article(title: "\(number)", slug: slug, words: make.sequence("words") * 10)
  }

  @Test("Each sequence of each factory counts by itself, from 1 on")
  func apart() throws {
    let two = try fixtures.build(counting, count: 2)
    #expect(two.map(\.slug) == ["slug-1", "slug-2"])
    #expect(two.map(\.words) == [10, 20])
    #expect(try fixtures.build(.article).slug == "slug-1")
    #expect(try fixtures.build(counting).slug == "slug-3")
  }

  @Test("One sequence begins again, or all of a factory, or all")
  func reset() throws {
    _ = try (fixtures.build(counting), fixtures.build(.article))
    fixtures.resetSequence("slug", of: counting)
    let one = try fixtures.build(counting)
    #expect((one.title, one.slug, one.words) == ("2", "slug-1", 20))
    fixtures.resetSequences(of: counting)
    #expect(try fixtures.build(counting) == Article(title: "1", slug: "slug-1", words: 10))
    #expect(try fixtures.build(.article).slug == "slug-2")
    fixtures.resetSequences()
    #expect(try fixtures.build(counting).title == "1")
    #expect(try fixtures.build(.article).slug == "slug-1")
  }

  @Test("Other fixtures count by themselves, copies together")
  func fixturesOfTheirOwn() throws {
    _ = try fixtures.build(.article)
    let copy = fixtures
    #expect(try copy.build(.article).slug == "slug-2")
    #expect(try Magazine().fixtures.build(.article).slug == "slug-1")
  }

  @Test("No two threads get the same number")
  func threads() async throws {
    let slugs = try await withThrowingTaskGroup(of: [String].self) { [fixtures] group in
      for _ in 0..<8 {
        group.addTask { try fixtures.build(.article, count: 200).map(\.slug) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(slugs).count == 1600)
  }

  @Test("Transient values are read, replaced by traits and by the call, and never written")
  func transient() throws {
    let factory = Factory<Article>("article") { number, make in
      Article(
        title: "Article \(number)", slug: "\(number)", words: try make.transient("pages") * 300)
    }
    .transient("pages", 1)
    .trait("long", FactoryTrait().transient("pages", 40))
    .trait(
      "loud",
      FactoryTrait().set { article, make in
        article.title += String(repeating: "!", count: try make.transient("pages"))
      })
    #expect(try fixtures.create(factory).words == 300)
    #expect(try fixtures.create(factory, traits: ["long"]).words == 12_000)
    #expect(try fixtures.create(factory, traits: ["long"], transient: ["pages": 2]).words == 600)
    let loud = try fixtures.create(factory, count: 2, traits: ["loud"], transient: ["pages": 3])
    #expect(loud.map(\.title) == ["Article 4!!!", "Article 5!!!"])
  }

  @Test("A transient value that nobody declares, or of another type, is refused")
  func unknownTransient() throws {
    let factory = Factory<Author>("author") { _, make in
      Author(name: try make.transient("name"))
    }
    .transient("name", "Ada").transient("tone", "calm")
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(factory, transient: ["nmae": "Bob"])
    }
    #expect(
      error?.description == "Factory author has no transient value nmae: did you mean name?")
    let other = #expect(throws: FixtureError.self) {
      try fixtures.create(factory, transient: ["name": 3])
    }
    #expect(
      other?.description
        == "Transient value name of factory author is 3, no String: give one of that type, "
        + "or read it as another one.")
    let none = #expect(throws: FixtureError.self) {
      try fixtures.create(.author, transient: ["name": "Bob"])
    }
    #expect(
      none?.description
        == "Factory author has no transient value name: declare it with transient(\"name\", …).")
  }
}
