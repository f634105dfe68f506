/// The queries of one recording held against a count.
public struct CountResult: Sendable, Hashable {
  /// What was recorded, or nil for the recording's own name.
  public let name: String?

  /// What ran.
  public let recording: Recording

  /// What was allowed.
  public let budget: CountBudget

  /// The kinds that count.
  public let kinds: Set<StatementKind>

  /// Whether it is within the budget.
  public let verdict: Verdict

  /// Judges a recording. `connections` is how many connections the recorder had.
  public init(
    _ recording: Recording,
    budget: CountBudget,
    name: String? = nil,
    counting kinds: Set<StatementKind> = StatementKind.queries,
    connections: Int = 1
  ) {
    self.name = name
    self.recording = recording
    self.budget = budget
    self.kinds = kinds
    let count = recording.count(of: kinds)
    if connections == 0, recording.tallies.isEmpty {
      verdict = .inconclusive([.noConnection])
    } else if recording.unattributed > 0, count <= budget.allowed.upperBound {
      // Too many are too many; too few might be among those that could not be told.
      verdict = .inconclusive([.unattributed(recording.unattributed)])
    } else if count == 0, budget.allowed.lowerBound > 0 {
      verdict = .inconclusive([.nothingRan])
    } else {
      verdict = budget.allowed.contains(count) ? .within : .exceeded
    }
  }

  /// How many queries ran.
  public var count: Int { recording.count(of: kinds) }
}
