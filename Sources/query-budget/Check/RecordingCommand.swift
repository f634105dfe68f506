/// The command that records a baseline anew.
enum RecordingCommand {
  /// For the baseline at a path below their folder: its test alone where the file is called after
  /// the test, or else its test target. `mode` is `failed`, or `all` also where nothing differs.
  static func text(_ mode: String, for path: String) -> String {
    let parts = path.split(separator: "/")
    let test = parts.last?.dropLast(5).prefix { $0 != "-" } ?? ""
    let word = test.contains("~") || parts.count < 2 ? "" : ".*\\b\(test)\\b"
    return "QUERY_BUDGET_RECORD=\(mode) swift test --filter '^\(parts.first ?? "")\\.\(word)'"
  }
}
