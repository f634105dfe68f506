/// How the queries of a measurement grow: every statement by itself, and all together.
///
/// ```swift
/// let growth = QueryGrowth(of: measurement)
/// #expect(growth.law.description == "1 + 2*articles")
/// ```
public struct QueryGrowth: Sendable, Hashable {
  /// What was measured.
  public let measurement: QueryMeasurement

  /// Every statement that counts, in the order of its first run.
  public let statements: [StatementGrowth]

  /// How many queries ran in each run of the measurement.
  public let counts: [Int]

  /// The law of all queries together.
  public let law: GrowthLaw

  /// Works out the growth of the statements of these kinds.
  public init(
    of measurement: QueryMeasurement,
    counting kinds: Set<StatementKind> = StatementKind.queries
  ) {
    self.measurement = measurement
    let tallies = measurement.runs.map { run in
      run.recording.tallies.filter { kinds.contains($0.shape.kind) }
    }
    statements = StatementLookup.groups(of: tallies).map {
      StatementGrowth($0, in: measurement)
    }
    counts = tallies.map { $0.map(\.runs).reduce(0, +) }
    // The sum of the statements' own laws says more than a law found in the sums could.
    law =
      GrowthLaw.sum(of: statements.map(\.law), on: measurement.axes) ?? measurement.law(of: counts)
  }

  /// The statements that run more often the more rows there are, dearest first.
  public var growing: [StatementGrowth] {
    statements.filter(\.law.grows).sorted { ($0.runs.last ?? 0) > ($1.runs.last ?? 0) }
  }
}
