/// The keys of a file and what their values have to be.
enum BaselineKeys {
  private static let top: Set = ["format", "name", "queries", "scales", "sqlite", "statements"]
  private static let ofStatement: Set = ["accepted", "kind", "plan", "rows", "runs", "sql"]

  /// What a format and each scale has to be.
  static let wholeNumber = "a whole number"

  /// Whether a value may stand there.
  static func isKnown(_ path: JSONPath) -> Bool {
    switch (path.steps.first, path.steps.dropFirst(2).first) {
    case (nil, _): true
    case (.key("statements"), .key(let key)): ofStatement.contains(key)
    case (.key(let key), _): top.contains(key)
    case (.place, _): false
    }
  }

  /// What has to stand there, in words.
  static func expectation(of path: JSONPath) -> String {
    switch path.steps.count {
    case 0: return JSONOutline.Kind.object.rawValue
    case 1 where path == JSONPath()["format"]: return wholeNumber
    case 1 where path == JSONPath()["scales"]: return "an object with a list for each axis"
    case 1 where path == JSONPath()["statements"]: return "a list of statements"
    case 1: return JSONOutline.Kind.text.rawValue
    default: break
    }
    switch (path.steps[0], path.steps.count, path.steps.last) {
    case (.key("scales"), 2, _): return "a list of whole numbers"
    case (.key("scales"), _, _): return wholeNumber
    case (_, 2, _): return JSONOutline.Kind.object.rawValue
    case (_, 3, .key("plan")): return "a list of texts"
    case (_, 3, .key("kind")):
      return
        "a text that names a kind: \(StatementKind.all.map(\.rawValue).joined(separator: ", "))"
    default: return JSONOutline.Kind.text.rawValue
    }
  }
}
