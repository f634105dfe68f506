import Foundation

/// The contents of a baseline as a test wants them.
struct DiffBaseline {
  struct Statement {
    var sql: String
    var runs = "1"
    var rows: String? = "articles"
    var plan: [String]? = ["SCAN article"]
    var accepted: String?
    var kind = "read"
  }

  var name = "GET /api/articles"
  var queries = "1"
  var scales = ["articles": [1, 10, 100]]
  var sqlite: String? = "3.40"
  var statements = [Statement(sql: "SELECT * FROM article")]

  /// The file's bytes: sorted, one value a line.
  var json: Data {
    get throws {
      var object: [String: Any] = [
        "format": 1, "name": name, "queries": queries, "scales": scales,
        "statements": statements.sorted { $0.sql < $1.sql }.map(\.object),
      ]
      object["sqlite"] = sqlite
      return try JSONSerialization.data(
        withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        + Data("\n".utf8)
    }
  }
}

extension DiffBaseline.Statement {
  fileprivate var object: [String: Any] {
    var object: [String: Any] = ["kind": kind, "runs": runs, "sql": sql]
    object["rows"] = rows
    object["plan"] = plan
    object["accepted"] = accepted
    return object
  }
}

extension DiffBaseline {
  /// One statement, run once, whatever grows.
  static let constant = DiffBaseline()

  /// An N+1 of the same measurement.
  static let growing = DiffBaseline(
    queries: "1 + articles",
    statements: [
      Statement(sql: "SELECT * FROM article"),
      Statement(
        sql: "SELECT * FROM author WHERE id = ?", runs: "articles",
        plan: ["SEARCH author USING INTEGER PRIMARY KEY (rowid=?)"]),
    ])
}
