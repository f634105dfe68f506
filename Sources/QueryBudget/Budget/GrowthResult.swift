/// The growth of a measurement held against its budgets.
///
/// ```swift
/// let result = GrowthResult(measurement, budget: .constant)
/// #expect(result.verdict == .exceeded)
/// #expect(result.failure?.hasPrefix("GET /api/articles exceeds its budget") == true)
/// ```
public struct GrowthResult: Sendable, Hashable {
  /// How the queries grow.
  public let growth: QueryGrowth

  /// What was allowed.
  public let budget: GrowthBudget

  /// What work was allowed.
  public let work: WorkBudget

  /// The growth that was accepted.
  public let accepted: [AcceptedGrowth]

  /// In which ways it exceeds its budgets.
  public let excesses: [Excess]

  /// Whether it is within the budget.
  public let verdict: Verdict

  /// The statements that got worse than what was agreed, where the measurement is within its budget
  /// and was held against a baseline.
  package let worsened: [StatementGrowth]

  /// What flaps, where a budget is exceeded: two runs on the same rows that differ.
  let flapping: [Doubt]

  /// What one more run at the largest scale showed of the statements that exceed a budget.
  public var diagnosis: Diagnosis?

  /// Why there is no diagnosis where there should be one, in a sentence.
  package var diagnosisProblem: String?

  /// Judges a measurement.
  public init(
    _ measurement: QueryMeasurement,
    budget: GrowthBudget,
    counting kinds: Set<StatementKind> = StatementKind.queries,
    reading: RowsRead = .growing,
    accepting accepted: [AcceptedGrowth] = [],
    work: WorkBudget = .reported
  ) {
    self.init(
      measurement, budget: budget, counting: kinds, reading: reading, accepting: accepted,
      work: work, agreed: nil)
  }

  /// Judges a measurement, and finds what is worse than it was agreed.
  package init(
    _ measurement: QueryMeasurement,
    budget: GrowthBudget,
    counting kinds: Set<StatementKind> = StatementKind.queries,
    reading: RowsRead = .growing,
    accepting accepted: [AcceptedGrowth] = [],
    work: WorkBudget = .reported,
    agreed: Baseline?
  ) {
    growth = QueryGrowth(of: measurement, counting: kinds)
    self.budget = budget
    self.work = work
    self.accepted = accepted
    excesses = Excess.all(of: growth, budget: budget, accepting: accepted, work: work)
    let search = GrowthDoubts(growth: growth, kinds: kinds, reading: reading, work: work)
    let doubts = search.found()
    flapping = search.differing
    // What is too much is too much, however little else is known; that an acceptance is not used
    // says nothing where the run proves nothing.
    if excesses.contains(where: { !$0.isUnused }) {
      verdict = .exceeded
    } else if !doubts.isEmpty {
      verdict = .inconclusive(doubts)
    } else {
      verdict = excesses.isEmpty ? .within : .exceeded
    }
    let measured = growth
    worsened =
      verdict == .within
      ? agreed.map { measured.worsened(since: $0, accepting: accepted) } ?? [] : []
  }
}

extension GrowthResult {
  /// The statements about which a diagnosis says more: those that exceed a budget, or got worse.
  package var diagnosed: [StatementGrowth] { excesses.compactMap(\.statement) + worsened }
}

extension Excess {
  fileprivate var isUnused: Bool {
    if case .unused = self { true } else { false }
  }
}
