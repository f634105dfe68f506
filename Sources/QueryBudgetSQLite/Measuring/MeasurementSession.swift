import CSQLite
import QueryBudget

/// A measurement under way, between the calls into the test's closures.
///
/// The closures are called by two short drivers, one sync and one async; everything else is here.
struct MeasurementSession {
  private let plan: MeasurementPlan
  private let saved: SavedDatabases
  private let rowsBefore: [String: Int]
  private var tableRows: [String: Int] = [:]
  private var remaining: [MeasurementStep]
  private var runs: [QueryMeasurement.Run] = []
  private var warmUp: Recording?
  private var repetition: Recording?
  private var isDiagnosed = false
  private var diagnosis: Diagnosis?
  private var diagnosisProblem: String?
  private var sharedParents: [SharedParent] = []

  /// The rows that are there already: a step that only reads leaves them to the next one.
  private var present: Scale?

  /// What the runs come to, where no run has been added since it was worked out.
  private var judged: GrowthResult?
  private var plans: [Fingerprint: [String]] = [:]

  /// Saves the databases.
  init(_ plan: MeasurementPlan) throws(HarnessError) {
    try plan.check()
    self.plan = plan
    saved = try HarnessError.wrapping("\(plan.name): saving the database failed") {
      try SavedDatabases(of: plan.recorder)
    }
    rowsBefore = try Self.count(saved, plan)
    remaining = MeasurementStep.all(of: plan.axes, warmUp: plan.judgement.warmUp)
  }

  /// What to do next; nil when everything is known.
  mutating func next() -> MeasurementStep? {
    if !remaining.isEmpty { return remaining.removeFirst() }
    // Only a failing test pays for values and stacks.
    guard !isDiagnosed, let largest = runs.last?.scale else { return nil }
    let result = result()
    guard result.verdict == .exceeded || !result.worsened.isEmpty else {
      judged = result
      return nil
    }
    isDiagnosed = true
    return MeasurementStep(purpose: .diagnosis, scale: largest)
  }

  /// What is to be populated before a step: all of its scale, or what that lacks; nil for nothing.
  func missing(for step: MeasurementStep) -> Scale? {
    guard let present else { return step.scale }
    let counts = zip(step.scale.axisCounts, present.axisCounts).map { $0 - $1 }
    return counts.allSatisfy { $0 == 0 }
      ? nil : Scale(axisNames: step.scale.axisNames, axisCounts: counts)
  }

  /// Whether the rows of a step do for the next one, as they are or with more of them.
  private func mayStay(after step: MeasurementStep, _ recording: Recording) -> Bool {
    guard let next = remaining.first, recording.onlyReads, plan.recorder.isAtRest else {
      return false
    }
    return next.scale == step.scale
      || plan.addsRows && zip(next.scale.axisCounts, step.scale.axisCounts).allSatisfy(>=)
  }

  /// Counts the rows that the call is going to meet, where its run is judged.
  mutating func populated(_ step: MeasurementStep) throws(HarnessError) {
    if step.purpose == .measurement { tableRows = try Self.count(saved, plan) }
  }

  /// Keeps what a step ran, and puts the databases back.
  mutating func ran<Value>(
    _ step: MeasurementStep,
    _ recorded: RecordedResult<Value>
  ) throws -> Value {
    let value = try recorded.result.get()
    if let problem = recorded.problem { throw HarnessError("\(plan.name): \(problem)") }
    let recording = recorded.recording
    switch step.purpose {
    case .warmUp: warmUp = recording
    case .repetition: repetition = recording
    case .diagnosis: diagnose(recording)
    case .measurement:
      runs.append(
        QueryMeasurement.Run(
          scale: step.scale, recording: recording, tableRows: tableRows))
      if plan.judgement.wantsPlans { addPlans(of: recording) }
    }
    let isLargest = step.purpose == .measurement && remaining.isEmpty
    let parents = try isLargest ? countParents(recording) : [:]
    present = mayStay(after: step, recording) ? step.scale : nil
    if present == nil { try restore() }
    sharedParents += try shared(parents)
    return value
  }

  /// Keeps why the last step brought nothing: the verdict stands without it.
  mutating func diagnosisFailed(_ error: any Error) {
    diagnosisProblem = "the run that was to find it ended with an error (\(error))."
  }

  /// Puts the databases back to what they were before the measurement.
  func restore() throws(HarnessError) {
    try HarnessError.wrapping("\(plan.name): restoring the database failed") {
      try saved.restore()
    }
  }

  /// What the runs come to.
  func result() -> GrowthResult {
    if let judged { return judged }
    var result = GrowthResult(
      measurement(), budget: plan.judgement.budget, reading: plan.judgement.reading,
      accepting: plan.judgement.accepted, work: plan.judgement.work,
      agreed: plan.judgement.agreed)
    result.diagnosis = diagnosis
    result.diagnosisProblem = diagnosisProblem
    return result
  }

  private func measurement() -> QueryMeasurement {
    let name =
      plan.findsAxisName ? AxisName.find(for: plan.name, in: runs, rowsBefore) : nil
    return QueryMeasurement(
      name: plan.name,
      axes: plan.axes.map { axis in name.map { Axis($0, scales: axis.scales) } ?? axis },
      runs: runs.map { run in name.map { run.renamed($0) } ?? run },
      warmUp: warmUp,
      repetition: repetition,
      sharedParents: sharedParents,
      plans: plans,
      sqliteVersion: QueryPlans.sqliteVersion
    )
  }

  // MARK: Parents

  /// The parents that rows have at the largest scale, of the foreign keys where that matters.
  private func countParents(_ recording: Recording) throws -> [ForeignKey: ParentCount] {
    guard plan.judgement.reading.mayShareParents, SharedParentSearch.isWorthwhile(recording) else {
      return [:]
    }
    let schema = SchemaReader.schema(of: plan.recorder)
    let keys = SharedParentSearch(recording, schema: schema).foreignKeys()
    return try counting { try keys.reduce(into: [:]) { $0[$1] = try saved.countParents(of: $1) } }
  }

  /// Those whose new rows all have one parent; the databases are back at where they were.
  private func shared(_ parents: [ForeignKey: ParentCount]) throws -> [SharedParent] {
    try parents.compactMap { key, now in
      let before = try counting { try saved.countParents(of: key) }
      let rows = now.rows - before.rows
      return rows > 1 && now.parents - before.parents <= 1 ? SharedParent(key, rows: rows) : nil
    }.sorted { $0.foreignKey.description < $1.foreignKey.description }
  }

  /// A plan does not change with the rows, so that each statement is asked about once.
  private mutating func addPlans(of recording: Recording) {
    plans.merge(QueryPlans.plans(for: recording, on: plan.recorder, except: plans)) { old, _ in old
    }
  }

  private mutating func diagnose(_ recording: Recording) {
    addPlans(of: recording)
    diagnosis = GrowthDiagnosis(of: result(), recording, on: plan.recorder).diagnosis()
  }

  private func counting<Value>(_ body: () throws -> Value) throws(HarnessError) -> Value {
    try HarnessError.wrapping("\(plan.name): counting the parents of rows failed", body)
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

extension StatementRecorder {
  /// Whether no connection is inside of a transaction.
  fileprivate var isAtRest: Bool {
    openConnections.allSatisfy { connection in
      connection.withHandle { sqlite3_get_autocommit($0) != 0 } ?? false
    }
  }
}

extension Recording {
  /// Whether it left the databases as they were.
  fileprivate var onlyReads: Bool {
    tallies.allSatisfy { [.read, .schema, .transaction].contains($0.shape.kind) }
  }
}

extension QueryMeasurement.Run {
  /// The same run of an axis whose name is found by now.
  fileprivate func renamed(_ axis: String) -> QueryMeasurement.Run {
    QueryMeasurement.Run(
      scale: Scale(axisNames: [axis], axisCounts: scale.axisCounts), recording: recording,
      tableRows: tableRows)
  }
}
