import Foundation

/// The contents of a result as a run of the tests leaves it.
struct DiffResult {
  var measured = DiffBaseline.growing
  var baseline: String? = "AppTests/ArticleTests/list.json"
  var outcome = "differs"
  var file = "Tests/AppTests/ArticleTests.swift"
  var line = 21

  var json: Data {
    get throws {
      let measured = try JSONSerialization.jsonObject(with: measured.json)
      var object: [String: Any] = [
        "format": 1, "measured": measured, "order": [String](), "outcome": outcome,
        "runs": [["queries": 1, "scale": ["articles": 1]]],
        "test": ["file": file, "function": "list()", "line": line],
      ]
      object["baseline"] = baseline
      if outcome != "passed" { object["failure"] = "It got worse." }
      return try JSONSerialization.data(withJSONObject: object)
    }
  }
}
