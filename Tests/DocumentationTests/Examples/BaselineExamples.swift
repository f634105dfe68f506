import Foundation
import GRDB
import QueryBudget
import QueryBudgetFixtures
import QueryBudgetGRDB
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// Examples of baselines and of what a test says when it differs from one.
@Suite struct BaselineExamples {
  let recorder: StatementRecorder
  let database: DatabaseQueue

  init() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try DatabaseQueue(configuration: configuration)
    try AppDatabase.migrate(database)
  }

  @Test func differences() throws {
    let agreed = Baseline(of: try joined())
    let measured = Baseline(of: try naive())
    if let difference = BaselineDifference(from: agreed, to: measured) {
      #expect(difference.judgement == .worse)
      #expect(difference.lines.first == "queries   1 -> 1 + articles")
    }
    let difference = try #require(BaselineDifference(from: agreed, to: measured))
    let change = difference.queries
    #expect(change?.description == "1 -> 1 + articles")
    #expect(change?.judgement == .worse)
  }

  @Test func files() throws {
    let file = BaselineFile(path: "Baselines/AppTests/ArticleTests/list.json")
    if let baseline = try file.read() { print(baseline.queries) }
  }

  @Test("A file with conflict markers is refused as the article says")
  func conflict() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("listKeepsItsQueries.json")
    let json = String(decoding: try Baseline(of: try joined()).json(), as: UTF8.self)
    let merged = json.replacingOccurrences(
      of: "  \"queries\" : \"1\",\n",
      with: "<<<<<<< HEAD\n  \"queries\" : \"1\",\n=======\n  \"queries\" : \"2\",\n>>>>>>> list\n")
    try Data(merged.utf8).write(to: url)
    let error = try #require(throws: BaselineError.self) {
      try BaselineFile(path: url.path).read()
    }
    try expectShown(
      "\(error)".replacingOccurrences(
        of: folder.url.path, with: "Baselines/AppTests/ArticleListTests"))
  }

  // Elsewhere the line can't be told everywhere.
  #if os(Linux)
    @Test func worse() throws {
      let agreed = try joined()
      let store = NaiveArticleStore(database)
      let fixtures = Fixtures(recorder)
      let result = try MeasurementPlan(
        "list of articles", on: recorder, growing: "articles",
        .init(budget: .unlimited, wantsPlans: true, agreed: Baseline(of: agreed))
      ).run(
        populate: { try fixtures.create("article", count: $0.axisCounts[0]) },
        call: { try store.articles() }
      ).result
      try expectShown(
        failure(from: agreed, to: result.growth, explanation: result.worsenedParagraphs))
    }
  #endif

  @Test func better() throws {
    try expectShown(failure(from: try naive(), to: try joined()))
  }

  @Test func missing() throws {
    try expectShown(failure(from: nil, to: try joined()))
  }

  @Test("The format's article shows a real baseline")
  func format() throws {
    let json = String(decoding: try Baseline(of: try joined()).json(), as: UTF8.self)
    try expectShown(json, as: "json")
  }

  private func joined() throws -> QueryGrowth {
    let store = ArticleStore(database)
    return try verifyQueryGrowth("list of articles", on: recorder, growing: .rows("article")) {
      try store.articles()
    }.growth
  }

  private func naive() throws -> QueryGrowth {
    let store = NaiveArticleStore(database)
    return try verifyQueryGrowth("list of articles", on: recorder, growing: .rows("article")) {
      try store.articles()
    }.growth
  }

  /// What the test of the articles about getting started would say.
  private func failure(
    from agreed: QueryGrowth?,
    to found: QueryGrowth,
    explanation: [String] = []
  ) throws -> String? {
    let folder = try TemporaryFolder()
    let location = try BaselineLocation(
      filePath: "/app/Tests/AppTests/ArticleListTests.swift",
      fileID: "AppTests/ArticleListTests.swift", function: "listKeepsItsQueries()",
      environment: [
        "QUERY_BUDGET_BASELINES": folder.url.appendingPathComponent("Baselines").path
      ])
    if let agreed { try location.file.write(Baseline(of: agreed)) }
    return try BaselineComparison(
      found, at: location, mode: agreed == nil ? .never : .missing,
      accepting:
        "QUERY_BUDGET_RECORD=failed swift test --filter '^AppTests\\..*\\blistKeepsItsQueries\\b'",
      explanation: explanation
    ).failure
  }
}
