import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct TraitTests {
  let fixtures: Fixtures

  init() throws { fixtures = try Magazine().fixtures }

  @Test("A trait changes the record, and the call wins over it")
  func trait() throws {
    #expect(try fixtures.create(.article).published)
    #expect(try !fixtures.create(.article, traits: ["draft"]).published)
    #expect(try fixtures.create(.article, traits: ["draft"]) { $0.published = true }.published)
  }

  @Test("Of traits that say the same the later wins")
  func order() throws {
    let factory = Factory<Article>.article
      .trait("short") { $0.words = 1 }
    #expect(try fixtures.create(factory, traits: ["short", "long"]).words == 5000)
    #expect(try fixtures.create(factory, traits: ["long", "short"]).words == 1)
  }

  @Test("A trait has those that it includes, before itself")
  func nested() throws {
    let essay = try fixtures.create(.article, traits: ["essay"])
    #expect(essay.words == 5000)
    #expect(!essay.published)
    #expect(essay.title == "Article 1, an essay")
    let factory = Factory<Article>.article
      .trait("novel", including: ["essay"]) { $0.words *= 10 }
    #expect(try fixtures.create(factory, traits: ["novel"]).words == 50_000)
  }

  @Test("A trait that comes twice counts once, at its last place")
  func twice() throws {
    let factory = Factory<Article>.article
      .trait("more") { $0.words += 1 }
      .trait("most", including: ["more"]) { $0.words += 10 }
    let names = ["more", "most", "more"]
    #expect(try fixtures.build(factory, traits: names).words == 111)
    let last = factory.trait("none") { $0.words = 0 }
    #expect(try fixtures.build(last, traits: ["none", "most", "none"]).words == 0)
    #expect(try fixtures.build(last, traits: ["most", "none", "more"]).words == 1)
  }

  @Test("A later trait of the same name replaces the first")
  func replaced() throws {
    let factory = Factory<Article>.article.trait("draft") { $0.words = 2 }
    let draft = try fixtures.build(factory, traits: ["draft"])
    #expect(draft.published)
    #expect(draft.words == 2)
  }

  @Test("A trait that there isn't is named with the nearest, and all others")
  func unknown() throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, traits: ["darft"])
    }
    #expect(
      error?.description
        == "Factory article has no trait darft: did you mean draft? It also has long, essay.")
    let far = #expect(throws: FixtureError.self) {
      try fixtures.build(.article, traits: ["xyz"])
    }
    #expect(far?.description == "Factory article has no trait xyz: it has draft, long, essay.")
    let none = #expect(throws: FixtureError.self) {
      try fixtures.build(.author, traits: ["x"])
    }
    #expect(
      none?.description
        == "Factory author has no trait x: it has no traits, declare it with trait(\"x\") { … }.")
    let nested = Factory<Author>.author.trait("a", including: ["missing"]) { _ in }
    let inside = #expect(throws: FixtureError.self) {
      try fixtures.build(nested, traits: ["a"])
    }
    #expect(
      inside?.description
        == "Factory author has no trait missing, which trait a includes: it has a.")
  }

  @Test("Traits that include each other are refused")
  func circle() throws {
    let factory = Factory<Author>.author
      .trait("a", including: ["b"]) { _ in }
      .trait("b", including: ["c"]) { _ in }
      .trait("c", including: ["b"]) { _ in }
    let error = #expect(throws: FixtureError.self) {
      try fixtures.build(factory, traits: ["a"])
    }
    #expect(
      error?.description
        == "The traits of factory author include each other in a circle, b → c → b: "
        + "take one of them out.")
  }

  @Test("Traits of a table are dictionaries")
  func table() throws {
    let article = Factory("article")
      .trait("draft", ["published": false, "words": 1])
      .trait("long", including: ["draft"], ["words": 5000])
    let row = try fixtures.create(article, traits: ["long"], ["title": "x"])
    #expect(try row["published"] == 0)
    #expect(try row["words"] == 5000)
    #expect(try row["title"] == "x")
  }
}
