/// What is wrong with the contents of a file, and what to do.
struct BaselineProblem: Hashable {
  let line: Int?
  let text: String

  /// What to do.
  var advice = "restore it from version control, or record it anew with QUERY_BUDGET_RECORD=all"

  /// Whether recording all may put another file in its place.
  var isBroken = true

  /// The error that a test shows.
  func error(in path: String) -> BaselineError {
    BaselineError(
      path: path, line: line, problem: "\(text); \(advice).", brokenBy: isBroken ? text : nil)
  }
}
