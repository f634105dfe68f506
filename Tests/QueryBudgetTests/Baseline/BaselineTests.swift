import Foundation
import QueryBudget
import Testing

/// Baselines as files: what they hold, when they are written, what differs.
@Suite struct BaselineTests {
  static let list = "SELECT * FROM article WHERE email = 'someone@example.org' ORDER BY id"
  static let author = "SELECT * FROM author WHERE id = 7"
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
  }

  private func growth(_ runs: [(sql: String, runs: [Int])] = [(list, [1, 1, 1])]) -> QueryGrowth {
    QueryGrowth(of: Samples.measurement(runs))
  }

  private func location(_ function: String = "list()") throws -> BaselineLocation {
    try BaselineLocation(
      filePath: "/somewhere/Tests/AppTests/ArticleTests.swift",
      fileID: "AppTests/ArticleTests.swift",
      function: function, environment: ["QUERY_BUDGET_BASELINES": folder.path])
  }

  private func compare(
    _ growth: QueryGrowth,
    _ mode: RecordMode = .missing
  ) throws -> String? {
    try BaselineComparison(growth, at: location(), mode: mode, accepting: "swift test").failure
  }

  @Test("The file is sorted, one value a line, without values, and ends with a newline")
  func json() throws {
    let json = try Baseline(of: growth([(Self.list, [1, 1, 1]), (Self.author, [1, 10, 100])]))
      .json()
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {
          "format" : 1,
          "name" : "GET /api/articles",
          "queries" : "1 + articles",
          "scales" : {
            "articles" : [
              1,
              10,
              100
            ]
          },
          "statements" : [
            {
              "kind" : "read",
              "rows" : "articles",
              "runs" : "1",
              "sql" : "SELECT * FROM article WHERE email = ? ORDER BY id"
            },
            {
              "kind" : "read",
              "rows" : "articles",
              "runs" : "articles",
              "sql" : "SELECT * FROM author WHERE id = ?"
            }
          ]
        }

        """)
  }

  @Test("The folder Baselines lies beside the nearest Package.swift")
  func packageFolder() throws {
    let location = try BaselineLocation(
      filePath: "\(#filePath)", fileID: #fileID, function: #function)
    #expect(location.root.hasSuffix("/Baselines"))
    #expect(
      FileManager.default.fileExists(
        atPath: (location.root as NSString).deletingLastPathComponent + "/Package.swift"))
  }

  @Test("B1: missing, so recorded; fails once, and passes then")
  func missing() throws {
    let first = try #require(try compare(growth()))
    #expect(first.contains("its queries, 1, were recorded at"))
    #expect(try compare(growth()) == nil)
  }

  @Test("B2: missing and never recorded, so it fails and nothing is written")
  func missingInCI() throws {
    let failure = try #require(try compare(growth(), .never))
    #expect(failure.contains("commit the file"))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("B3: a difference fails, says what changed and how to accept it, and leaves the file")
  func difference() throws {
    _ = try compare(growth())
    let before = try Data(contentsOf: URL(fileURLWithPath: location().file.path))
    let failure = try compare(growth([(Self.list, [1, 1, 1]), (Self.author, [1, 10, 100])]))
    #expect(
      failure == """
        GET /api/articles got worse than its baseline at \(try location().displayPath):

          queries   1 -> 1 + articles
          new       SELECT * FROM author WHERE id = ?
            runs    articles
            rows    articles

        Mend it, or, if it is meant, record it and commit the file:

          swift test
        """)
    #expect(try Data(contentsOf: URL(fileURLWithPath: location().file.path)) == before)
  }

  @Test("B7: other values and lists of another length are no difference")
  func values() throws {
    let three = growth([("SELECT * FROM book WHERE id IN (1, 2, 3) -- three", [1, 1, 1])])
    let two = growth([("select * from book where id in (?, ?)", [1, 1, 1])])
    _ = try compare(three)
    #expect(try compare(two) == nil)
  }

  @Test("Plans are compared only where one version of SQLite made them")
  func plans() throws {
    func planned(_ plan: String, _ version: String) -> Baseline {
      let measurement = Samples.measurement([(Self.list, [1, 1, 1])])
      return Baseline(
        of: QueryGrowth(
          of: QueryMeasurement(
            name: measurement.name, axes: measurement.axes, runs: measurement.runs,
            plans: [Fingerprint(of: Self.list): [plan]], sqliteVersion: version)))
    }
    let index = planned("SEARCH article USING INDEX email", "3.40")
    let scan = planned("SCAN article", "3.40")
    let lost = try #require(BaselineDifference(from: index, to: scan))
    #expect(
      lost.lines.contains("  plan    SEARCH article USING INDEX email -> SCAN article"))
    #expect(BaselineDifference(from: index, to: planned("SCAN article", "3.45")) == nil)
  }
}
