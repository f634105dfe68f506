/// The growth of a measurement held against its budget.
///
/// ```swift
/// let result = GrowthResult(measurement, budget: .constant)
/// if let failure = result.failure { print(failure) }
/// ```
public struct GrowthResult: Sendable, Hashable {
  /// How the queries grow.
  public let growth: QueryGrowth

  /// What was allowed.
  public let budget: GrowthBudget

  /// Whether it is within the budget.
  public let verdict: Verdict

  /// What a run at the largest scale, with values, showed of the statements that grow.
  public var diagnosis: Diagnosis?

  /// Judges a measurement.
  public init(
    _ measurement: QueryMeasurement,
    budget: GrowthBudget,
    counting kinds: Set<StatementKind> = StatementKind.queries,
    reading: RowsRead = .growing
  ) {
    let growth = QueryGrowth(of: measurement, counting: kinds)
    self.growth = growth
    self.budget = budget
    if !budget.allows(growth) {
      verdict = .exceeded
    } else {
      let doubts = Self.doubts(about: growth, counting: kinds, reading: reading)
      verdict = doubts.isEmpty ? .within : .inconclusive(doubts)
    }
  }

  private static func doubts(
    about growth: QueryGrowth,
    counting kinds: Set<StatementKind>,
    reading: RowsRead
  ) -> [Doubt] {
    let measurement = growth.measurement
    let unattributed = measurement.runs.map(\.recording.unattributed).reduce(0, +)
    if unattributed > 0 { return [.unattributed(unattributed)] }
    let warmUp = measurement.warmUp?.count(of: kinds) ?? 0
    let ranAtFirst = warmUp > 0 || (growth.counts.first ?? 0) > 0
    if growth.counts.dropFirst().allSatisfy({ $0 == 0 }) {
      return [ranAtFirst ? .ranOnlyOnce : .nothingRan]
    }
    var doubts: [Doubt] = []
    if !someTableGrew(measurement.runs) { doubts.append(.nothingGrew) }
    if zip(growth.counts, growth.counts.dropFirst()).contains(where: { $0 > $1 }) {
      doubts.append(.countsFell(counts: growth.counts))
    }
    if doubts.isEmpty, reading == .growing, let rows = rowsThatStopped(growth) {
      doubts.append(.rowsStoppedGrowing(rows: rows))
    }
    return doubts
  }

  private static func someTableGrew(_ runs: [QueryMeasurement.Run]) -> Bool {
    let tables = runs.first?.tableRows.keys.map { $0 } ?? []
    return tables.contains { table in
      zip(runs, runs.dropFirst()).allSatisfy { before, after in
        before.tableRows[table, default: 0] < after.tableRows[table, default: 0]
      }
    }
  }

  /// The rows that reading statements returned at each scale, unless they grew every time.
  private static func rowsThatStopped(_ growth: QueryGrowth) -> [Int]? {
    let reads = growth.statements.filter { $0.rows.contains { $0 > 0 } || $0.shape.kind == .read }
    let rows = growth.counts.indices.map { scale in reads.map { $0.rows[scale] }.reduce(0, +) }
    return zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 } ? nil : rows
  }
}
