import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct CallbackTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  /// A factory whose callbacks write down that they ran.
  private func logging(_ log: Log) -> Factory<Article> {
    func trait(_ name: String) -> FactoryTrait<Article> {
      FactoryTrait()
        .afterBuild { article, _ in log.add("\(name) built \(article.title)") }
        .beforeCreate { article, _ in log.add("\(name) creating \(article.title)") }
        .afterCreate { article, _, _ in log.add("\(name) created \(article.title)") }
    }
    return Factory<Article>.article
      .set { $0.title = "" }
      .trait("one", trait("one"))
      .trait("two", trait("two"))
      .afterBuild { article, _ in log.add("built \(article.title)") }
      .beforeCreate { article, _ in log.add("creating \(article.title)") }
      .afterCreate { article, _, _ in log.add("created \(article.title)") }
  }

  @Test("Callbacks of the factory go before those of the traits, in the order given")
  func order() throws {
    let log = Log()
    try fixtures.create(logging(log), count: 2, traits: ["two", "one"]) { $0.title = "\($1)" }
    #expect(
      log.lines == [
        "built 1", "two built 1", "one built 1", "built 2", "two built 2", "one built 2",
        "creating 1", "two creating 1", "one creating 1",
        "creating 2", "two creating 2", "one creating 2",
        "created 1", "two created 1", "one created 1",
        "created 2", "two created 2", "one created 2",
      ])
  }

  @Test("Building calls nothing but afterBuild")
  func build() throws {
    let log = Log()
    _ = try fixtures.build(logging(log)) { $0.title = "x" }
    #expect(log.lines == ["built x"])
  }

  @Test("What callbacks change is written")
  func changes() throws {
    let factory = Factory<Article>.article
      .afterBuild { article, _ in article.words += 1 }
      .beforeCreate { article, _ in article.words *= 10 }
    #expect(try fixtures.create(factory) { $0.words = 1 }.words == 20)
  }

  @Test("Parents are there before beforeCreate, and may be replaced by it")
  func parents() throws {
    let log = Log()
    let factory = Factory<Article>.article
      .association("author", .own(.author))
      .association("editor", .shared(.author))
      .beforeCreate { article, making in
        let author = try making.fixtures.create(.author) { $0.name = "Late" }
        log.add("\(article.authorId ?? 0) \(article.editorId ?? 0)")
        article.authorId = author.id
      }
    let articles = try fixtures.create(factory, count: 2)
    #expect(log.lines == ["1 3", "2 3"])
    #expect(articles.map(\.authorId) == [4, 5])
    #expect(articles.map(\.editorId) == [3, 3])
  }

  @Test(
    "afterCreate gets the record as it is in the database, when all rows and children are there")
  func created() throws {
    let log = Log()
    let database = magazine.database
    let factory = Factory<Article>.article
      .children(.rows(2, of: .comment))
      .afterCreate { article, row, making in
        let rows = try database.query("SELECT * FROM article").count
        let comments = try database.query("SELECT * FROM comment").count
        log.add("\(article.id ?? 0) \(row.id) \(making.number) \(rows) \(comments)")
        try database.execute("UPDATE article SET words = ? WHERE id = ?", [rows, row])
      }
    let articles = try fixtures.create(factory, count: 2)
    #expect(log.lines == ["1 integer(1) 1 2 4", "2 integer(2) 2 2 4"])
    #expect(articles.map(\.words) == [2, 2])
  }

  @Test("A callback reads the transient values of the call")
  func transient() throws {
    let factory = Factory<Article>.article
      .transient("comments", 1)
      .afterCreate { _, row, making in
        try making.fixtures.create(
          .comment, count: making.transient("comments"),
          associations: ["article": .given(row)])
      }
    try fixtures.create(factory, count: 2, transient: ["comments": 3])
    #expect(try magazine.count("comment") == 6)
  }

  @Test(
    "What any closure throws comes out, and no row stays",
    arguments: ["make", "trait", "call", "afterBuild", "beforeCreate", "afterCreate", "parent"])
  func failures(place: String) throws {
    struct Stop: Error, Equatable {}
    @Sendable func stop(_ here: String, _ number: Int) throws {
      if here == place, number == 2 { throw Stop() }
    }
    let parent = Factory<Author>.author
      .afterCreate { _, _, making in try stop("parent", making.number) }
    let factory = Factory<Article>("article") { number in
      try stop("make", number)
      return Article(title: "x", slug: "\(number)")
    }
    .association("author", .own(parent))
    .children(.rows(2, of: .comment))
    .trait("t", FactoryTrait().set { _, make in try stop("trait", make.number) })
    .afterBuild { _, make in try stop("afterBuild", make.number) }
    .beforeCreate { _, making in
      try making.fixtures.create(Factory("tag"))
      try stop("beforeCreate", making.number)
    }
    .afterCreate { _, _, making in try stop("afterCreate", making.number) }
    #expect(throws: Stop()) {
      try fixtures.create(factory, count: 2, traits: ["t"]) { try stop("call", $1) }
    }
    for table in ["author", "article", "comment", "tag"] {
      #expect(try magazine.count(table) == 0, "\(table)")
    }
    #expect(try magazine.database.query("SELECT 1").count == 1)
  }

  @Test("The transaction of the caller stays open, with what it did before")
  func nested() throws {
    struct Stop: Error {}
    let factory = Factory<Author>.author.afterCreate { _, _, _ in throw Stop() }
    try fixtures.transaction {
      try fixtures.create(.author)
      #expect(throws: Stop.self) { try fixtures.create(factory) }
    }
    #expect(try magazine.count("author") == 1)
  }
}

/// Lines that closures write.
final class Log: Sendable {
  private let storage = Locked<[String]>([])
  var lines: [String] { storage.withLock { $0 } }
  func add(_ line: String) { storage.withLock { $0.append(line) } }
}
