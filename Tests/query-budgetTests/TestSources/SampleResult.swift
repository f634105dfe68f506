import Foundation
import QueryBudget

extension SamplePackage {
  /// Writes what a run measured for the baseline at a path below `Baselines`, as the harness does.
  func writeResult(
    _ sample: SampleBaseline = SampleBaseline(),
    of baseline: String? = "AppTests/ArticleTests/listOfArticles.json",
    to path: String = "AppTests/ArticleTests/listOfArticles.json"
  ) throws {
    let measured = try JSONSerialization.jsonObject(with: Data(sample.json().utf8))
    var object: [String: Any] = [
      "format": 1, "measured": measured, "order": sample.statements.map(\.sql),
      "outcome": "passed", "runs": [["queries": 1, "scale": ["articles": 1]]],
      "test": ["file": "Tests/AppTests/ArticleTests.swift", "function": "a()", "line": 4],
    ]
    object["baseline"] = baseline
    let json = try JSONSerialization.data(withJSONObject: object)
    let result = try MeasurementResult(json: json, path: "sample")
    try write(String(decoding: result.json(), as: UTF8.self), to: "results/" + path)
  }
}
