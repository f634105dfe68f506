extension StatementResult {
  /// What a failing test says, every broken line of it, or nil when all are kept.
  public var failure: String? {
    let statements = recording.lines(counting: StatementKind.queries)
    switch verdict {
    case .within: return nil
    case .exceeded: return ([headline, brokenTable] + statements).joined(separator: "\n\n")
    case .inconclusive(let doubts):
      let explanations = doubts.map { "  " + $0.explanation }
      return (["Inconclusive."] + explanations + statements).joined(separator: "\n\n")
    }
  }

  private var headline: String {
    let lines = FailureText.counted(budget.lines.count, "line")
    return "The budget is broken in \(brokenLines.count) of \(lines):"
  }

  private var brokenTable: String {
    let width = brokenLines.map(\.name.count).max() ?? 0
    return brokenLines.map { line in
      let name = line.name + String(repeating: " ", count: width - line.name.count)
      let found = line.count == 0 ? "none" : "\(line.count)"
      return "  \(name)  \(line.budget) expected, \(found) found"
    }.joined(separator: "\n")
  }
}
