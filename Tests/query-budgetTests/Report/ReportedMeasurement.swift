import Foundation
import QueryBudget

/// A measurement for the page, with what most of them have filled in.
struct ReportedMeasurement: Encodable {
  struct Statement: Encodable {
    var accepted: String?
    var kind = "read"
    var plan: [String]?
    var rows: String?
    var runs: String
    var sql: String

    init(
      _ sql: String,
      runs: String = "1",
      rows: String? = nil,
      plan: [String]? = nil,
      accepted: String? = nil
    ) {
      (self.sql, self.runs, self.rows, self.plan, self.accepted) = (sql, runs, rows, plan, accepted)
    }
  }

  var format = 1
  var name = "GET /articles"
  var queries = "3"
  var scales = ["articles": [1, 10, 100]]
  var sqlite = "3.40"
  var statements = [Statement("SELECT * FROM article", rows: "articles")]

  init(
    _ name: String = "GET /articles",
    queries: String = "3",
    scales: [String: [Int]] = ["articles": [1, 10, 100]],
    _ statements: [Statement] = [Statement("SELECT * FROM article", rows: "articles")]
  ) {
    (self.name, self.queries, self.scales, self.statements) = (name, queries, scales, statements)
  }

  var baseline: Baseline {
    get throws { try Baseline(json: JSONEncoder().encode(self), path: "sample") }
  }

  /// One that loads the author of each article by itself.
  static let growing = ReportedMeasurement(
    queries: "3 + articles",
    [
      Statement("SELECT * FROM article", rows: "articles"),
      Statement("SELECT * FROM author WHERE id = ?", runs: "articles", rows: "articles"),
    ])
}

/// What a run measured, as its file says it.
struct ReportedResult: Encodable {
  struct Run: Encodable {
    let queries: Int
    let scale: [String: Int]
  }

  var agreed: ReportedMeasurement?
  var baseline: String?
  var failure: String?
  var format = 1
  var measured: ReportedMeasurement
  var order: [String] = []
  var outcome = "passed"
  var runs: [Run] = []
  var test = MeasurementResult.Test(
    file: "Tests/AppTests/ArticleTests.swift", function: "list()", line: 48)

  init(
    _ measured: ReportedMeasurement,
    agreed: ReportedMeasurement? = nil,
    baseline: String? = nil,
    outcome: String = "passed",
    failure: String? = nil
  ) {
    (self.measured, self.agreed, self.baseline) = (measured, agreed, baseline)
    (self.outcome, self.failure) = (outcome, failure)
    order = measured.statements.map(\.sql)
  }

  var result: MeasurementResult {
    get throws { try MeasurementResult(json: JSONEncoder().encode(self), path: "sample") }
  }
}
