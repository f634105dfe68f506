/// The queries of one recording held against a budget by kind and by table.
public struct StatementResult: Sendable, Hashable {
  /// A line that the recording does not keep to.
  public struct BrokenLine: Sendable, Hashable {
    /// What the line speaks of: `reads`, `inserts`, or the name of a table.
    public let name: String

    /// What it allows.
    public let budget: CountBudget

    /// How many statements there were.
    public let count: Int
  }

  /// What ran.
  public let recording: Recording

  /// What was allowed.
  public let budget: StatementBudget

  /// The lines that are broken, in the order of the budget.
  public let brokenLines: [BrokenLine]

  /// Whether it is within the budget.
  public let verdict: Verdict

  /// Judges a recording. `connections` is how many connections the recorder had.
  public init(_ recording: Recording, budget: StatementBudget, connections: Int = 1) {
    self.recording = recording
    self.budget = budget
    brokenLines = budget.lines.compactMap { line in
      let count = line.count(in: recording)
      return line.budget.allowsInLine(count)
        ? nil : BrokenLine(name: line.name, budget: line.budget, count: count)
    }
    let expectsNone = budget.lines.allSatisfy { $0.budget == .none }
    if budget.lines.isEmpty {
      verdict = .inconclusive([.nothingBudgeted])
    } else if connections == 0, recording.tallies.isEmpty {
      verdict = .inconclusive([.noConnection])
    } else if brokenLines.contains(where: { $0.count > $0.budget.allowed.upperBound }) {
      verdict = .exceeded
    } else if recording.unattributed > 0 {
      // Too many are too many; too few might be among those that could not be told.
      verdict = .inconclusive([.unattributed(recording.unattributed)])
    } else if recording.queryCount == 0, !expectsNone {
      verdict = .inconclusive([.nothingRan])
    } else {
      verdict = brokenLines.isEmpty ? .within : .exceeded
    }
  }
}
