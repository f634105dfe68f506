extension CountResult {
  /// What a failing test says, or nil when the recording is within its budget.
  public var failure: String? {
    switch verdict {
    case .within: nil
    case .exceeded: exceededText
    case .inconclusive(let doubts):
      ([subject("is inconclusive: this run could not have failed.", "Inconclusive.")]
        + doubts.map { "  " + $0.explanation } + statementLines).joined(separator: "\n\n")
    }
  }

  private var exceededText: String {
    let found = count == 0 ? "none" : "\(count)"
    let headline =
      count > budget.allowed.upperBound
      ? subject(
        "exceeds its budget: \(budget) expected, \(found) found.",
        "The budget is exceeded: \(budget) expected, \(found) found.")
      : subject(
        "ran fewer queries than agreed: \(budget) expected, \(found) found.",
        "Fewer queries ran than agreed: \(budget) expected, \(found) found.")
    return ([headline] + statementLines).joined(separator: "\n\n")
  }

  private func subject(_ predicate: String, _ sentence: String) -> String {
    name.map { "\($0) \(predicate)" } ?? sentence
  }

  private var statementLines: [String] { recording.lines(counting: kinds) }
}
