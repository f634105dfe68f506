import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct GetOrCreateTests {
  let magazine: Magazine
  let fixtures: Fixtures
  private let tag = Factory("tag").trait("red", ["colour": "red"])

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  @Test("A row that is there is answered as it is, and else made")
  func twice() throws {
    let first = try fixtures.getOrCreate(tag, by: ["name": "swift"], traits: ["red"])
    #expect(try first["colour"] == "red")
    let again = try fixtures.getOrCreate(tag, by: ["name": "swift"], ["colour": "blue"])
    #expect(again.id == first.id)
    #expect(try again["colour"] == "red")
    #expect(
      try fixtures.getOrCreate(tag, by: ["name": "sql"], ["colour": "blue"])["colour"] == "blue")
    #expect(try magazine.count("tag") == 2)
  }

  @Test("A type comes back as one; the key wins over the factory")
  func typed() throws {
    let made = try fixtures.getOrCreate(.article, by: ["slug": "hello"]) { $0.words = 3 }
    #expect((made.slug, made.words, made.title) == ("hello", 3, "Article 1"))
    let got = try fixtures.getOrCreate(.article, by: ["slug": "hello"]) { $0.words = 4 }
    #expect(got == made)
    #expect(try fixtures.getOrCreate(.article, by: ["id": made.id]) == made)
  }

  @Test("Several columns together may be the key")
  func composite() throws {
    let link = Factory("articleTag")
    let (article, tag) = try (fixtures.create("article"), fixtures.create("tag"))
    let key: [String: any SQLiteBindable] = ["articleId": article, "tagId": tag]
    try fixtures.getOrCreate(link, by: key)
    try fixtures.getOrCreate(link, by: key)
    #expect(try magazine.count("articleTag") == 1)
  }

  @Test("Columns that are no unique key, unknown ones and NULL are refused")
  func refused() throws {
    func message(_ key: [String: any SQLiteBindable]) -> String? {
      #expect(throws: FixtureError.self) { try fixtures.getOrCreate(tag, by: key) }?.description
    }
    #expect(
      message(["colour": "red"])
        == "(colour) is no unique key of tag, so that no single row is meant: "
        + "its unique keys are (id), (name).")
    #expect(
      message(["colour": "red", "name": "x"])
        == "(colour, name) is no unique key of tag, so that no single row is meant: "
        + "its unique keys are (id), (name).")
    #expect(message(["nmae": "x"]) == "There is no column nmae in tag: did you mean name?")
    #expect(
      message(["name": SQLiteValue.null])
        == "tag.name is NULL, by which no row can be found: any number of them may have it. "
        + "Give a value.")
    try magazine.database.execute(
      """
      CREATE TABLE loose(a, b);
      CREATE UNIQUE INDEX part ON loose(a) WHERE b > 0;
      CREATE UNIQUE INDEX expression ON loose(lower(b));
      """)
    let loose = #expect(throws: FixtureError.self) {
      try fixtures.getOrCreate(Factory("loose"), by: ["a": 1])
    }
    #expect(
      loose?.description
        == "(a) is no unique key of loose, so that no single row is meant: "
        + "create a unique index for it.")
    #expect(try magazine.count("tag") == 0)
  }

  @Test("Two connections at once make one row")
  func race() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("magazine.sqlite").path
    try RecordingDatabase(.file(path)).execute(Magazine.schema)
    let factory = tag
    let ids = try await withThrowingTaskGroup(of: [SQLiteValue].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let fixtures = Fixtures(try RecordingDatabase(.file(path)))
          return try (0..<25).map { try fixtures.getOrCreate(factory, by: ["name": "t\($0)"]).id }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(ids).count == 1)
    #expect(try RecordingDatabase(.file(path)).query("SELECT * FROM tag").count == 25)
  }
}
