/// How often one statement runs, and what it costs, depending on what grows.
public struct StatementGrowth: Sendable, Hashable {
  /// What follows from its text.
  public let shape: StatementShape

  /// One text that has this fingerprint.
  public let sql: String

  /// How many times it ran in each run of the measurement.
  public let runs: [Int]

  /// How many rows all its runs returned together, in each run of the measurement.
  public let rows: [Int]

  /// The work of all its runs together, in each run of the measurement; nil where it is not known.
  public let work: [StatementWork]?

  /// The law of its runs.
  public let law: GrowthLaw

  /// The law of its rows. A passing assertion doesn't ask.
  public var rowsLaw: GrowthLaw { GrowthLaw(counts: rows, at: scales, on: axes) }

  /// The growth of one statement over the runs of a measurement.
  init(_ group: StatementLookup.Group, in measurement: QueryMeasurement) {
    shape = group.representative.shape
    sql = group.representative.sql
    runs = group.runs
    rows = group.rows
    work = Self.work(group.tallies)
    law = measurement.law(of: runs)
    scales = measurement.runs.map(\.scale)
    axes = measurement.axes
  }

  private let scales: [Scale]
  private let axes: [Axis]

  /// The law of a part of its work: `workLaw(\\.fullScanSteps)`; nil where it is not known.
  ///
  /// Full-scan steps follow the plan, VM steps the version of SQLite.
  public func workLaw(_ part: KeyPath<StatementWork, Int>) -> GrowthLaw? {
    work.map { GrowthLaw(counts: $0.map { $0[keyPath: part] }, at: scales, on: axes) }
  }

  /// Whether a run is one of this statement's, written for one value or for a list.
  package func isRun(_ run: RecordedStatement) -> Bool {
    run.fingerprint == shape.fingerprint
      || StatementLookup.lookup(run.fingerprint) == StatementLookup.lookup(shape.fingerprint)
  }

  /// Whether it answers rows: every read, and a write that ends in RETURNING.
  var returnsRows: Bool { shape.kind == .read || rows.contains { $0 > 0 } }

  private static func work(_ tallies: [[StatementTally]]) -> [StatementWork]? {
    var sums: [StatementWork] = []
    for run in tallies {
      var sum = StatementWork()
      for tally in run {
        guard let work = tally.work else { return nil }
        sum = sum + work
      }
      sums.append(sum)
    }
    return sums
  }
}

extension QueryMeasurement {
  /// The law of counts, one for each run.
  func law(of counts: [Int]) -> GrowthLaw {
    GrowthLaw(counts: counts, at: runs.map(\.scale), on: axes)
  }
}
