import QueryBudget

/// A measurement under way, between the calls into the test's closures.
///
/// The closures are called by two short drivers, one sync and one async; everything else is here.
struct MeasurementSession {
  /// One call of the measured code on a database with so many rows.
  struct Step: Equatable {
    enum Purpose {
      case warmUp
      case measurement
      case diagnosis
    }

    let purpose: Purpose
    let scale: Int
  }

  private let plan: MeasurementPlan
  private let saved: SavedDatabases
  private let rowsBefore: [String: Int]
  private var tableRows: [String: Int] = [:]
  private var remaining: [Step]
  private var runs: [QueryMeasurement.Run] = []
  private var warmUp: Recording?
  private var diagnosis: Diagnosis?
  private var plans: [Fingerprint: [String]] = [:]

  /// Saves the databases.
  init(_ plan: MeasurementPlan) throws(HarnessError) {
    try plan.check()
    self.plan = plan
    saved = try HarnessError.wrapping("\(plan.name): saving the database failed") {
      try SavedDatabases(of: plan.recorder)
    }
    rowsBefore = try Self.count(saved, plan)
    remaining = plan.scales.map { Step(purpose: .measurement, scale: $0) }
    if plan.warmUp, let first = plan.scales.first {
      remaining.insert(Step(purpose: .warmUp, scale: first), at: 0)
    }
  }

  /// What to do next; nil when everything is known.
  mutating func next() -> Step? {
    if !remaining.isEmpty { return remaining.removeFirst() }
    // Only a failing test pays for values.
    guard diagnosis == nil, let largest = plan.scales.last, result().verdict == .exceeded
    else { return nil }
    diagnosis = Diagnosis(of: Recording(statements: []))
    return Step(purpose: .diagnosis, scale: largest)
  }

  /// Counts the rows that the call is going to meet.
  mutating func populated() throws(HarnessError) {
    tableRows = try Self.count(saved, plan)
  }

  /// Keeps what a step ran, and puts the databases back.
  mutating func ran<Value>(_ step: Step, _ recorded: RecordedResult<Value>) throws -> Value {
    let value = try recorded.result.get()
    if let problem = recorded.problem { throw HarnessError("\(plan.name): \(problem)") }
    switch step.purpose {
    case .warmUp: warmUp = recorded.recording
    case .diagnosis: diagnosis = Diagnosis(of: recorded.recording)
    case .measurement:
      runs.append(QueryMeasurement.Run(recording: recorded.recording, tableRows: tableRows))
      plans.merge(QueryPlans.plans(for: recorded.recording, on: plan.recorder)) { _, new in new }
    }
    try restore()
    return value
  }

  /// Puts the databases back to what they were before the measurement.
  func restore() throws(HarnessError) {
    try HarnessError.wrapping("\(plan.name): restoring the database failed") {
      try saved.restore()
    }
  }

  /// What the runs come to.
  func result() -> GrowthResult {
    let measurement = QueryMeasurement(
      name: plan.name,
      axis: Axis(plan.axis ?? AxisName.find(in: runs, rowsBefore, plan), scales: plan.scales),
      runs: runs,
      warmUp: warmUp,
      plans: plans,
      sqliteVersion: QueryPlans.sqliteVersion
    )
    var result = GrowthResult(measurement, budget: plan.budget, reading: plan.reading)
    result.diagnosis = diagnosis
    return result
  }

  private static func count(
    _ saved: SavedDatabases,
    _ plan: MeasurementPlan
  ) throws(HarnessError) -> [String: Int] {
    try HarnessError.wrapping("\(plan.name): counting the rows failed") {
      try saved.countRows()
    }
  }
}
