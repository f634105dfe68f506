package import QueryBudget

/// Has each write of the code fail, one after the other, and each commit, and looks at what that
/// leaves behind.
package struct AtomicSession<Value>: ContractSession {
  private enum Phase {
    case warmUp
    case complete
    case failing(Int, AtomicFault)
    case done
  }

  private let bench: ContractBench
  private let ignored: IgnoredColumns
  private let shapes = KnownShapes()
  private var phase = Phase.warmUp
  private var calls = 0
  private var before: DatabaseContents
  private var plan = AtomicPlan()
  private var wroteOnce = false
  private var changedRows = false
  private var firstWhole: DatabaseContents?
  private var whole: AtomicWhole?
  private var breaches: [Int: AtomicBreach] = [:]
  private var unreached: Int?
  private var staysOpen = false
  package private(set) var value: Value?

  /// Saves the databases.
  ///
  /// Throws a ``HarnessError`` where that fails, or where `ignoring` names what there is not.
  package init(_ name: String, on recorder: StatementRecorder, ignoring: [String] = []) throws {
    bench = try ContractBench(name, on: recorder)
    ignored = try IgnoredColumns(ignoring, in: bench.before, for: name)
    before = bench.before
  }

  package var recorder: StatementRecorder { bench.recorder }

  package mutating func next() throws -> ContractStep? {
    switch phase {
    case .warmUp, .complete: return ContractStep(0)
    case .failing(let step, let fault): return ContractStep(step, fault: fault.fault)
    case .done: return nil
    }
  }

  package mutating func prepared() throws { before = try bench.contents() }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    if let problem = recorded.problem { throw HarnessError("\(bench.name): \(problem)") }
    let leftOpen = bench.rollBackOpenTransactions() > 0
    let contents = try bench.contents()
    try bench.restore()
    switch phase {
    case .warmUp:
      _ = try recorded.result.get()
      wroteOnce = recorded.recording.statements.contains(where: \.isWrite)
      firstWhole = contents
      phase = .complete
    case .complete:
      value = try recorded.result.get()
      takeWhole(recorded.recording, contents, leftOpen)
    case .failing(let step, let fault):
      let outcome = AtomicOutcome(
        recorded, fault, ignoring: ignored, before: before, after: contents, leftOpen: leftOpen)
      take(outcome, step, fault)
    case .done: break
    }
  }

  private mutating func takeWhole(
    _ recording: Recording, _ contents: DatabaseContents, _ leftOpen: Bool
  ) {
    plan = AtomicPlan(of: recording, ignoring: ignored)
    whole = AtomicWhole(contents, firstWhole ?? contents)
    changedRows = !contents.differences(from: before, ignoring: ignored).isEmpty
    staysOpen = leftOpen
    phase = staysOpen ? .done : failing(after: -1)
  }

  private mutating func take(_ outcome: AtomicOutcome, _ place: Int, _ fault: AtomicFault) {
    guard fault.hasFailed else {
      unreached = unreached ?? place
      phase = failing(after: place)
      return
    }
    let step = plan.steps[place]
    guard let whole else { return }
    let finding = AtomicFinding(
      step: step, way: fault.way, outcome: outcome, whole: whole, ignored: ignored)
    breaches[place] = finding.breach
    phase = finding.wasTakenBack ? failing(place, .withAllBehind) : failing(after: place)
  }

  private func failing(_ place: Int, _ way: AtomicFault.Way) -> Phase {
    .failing(place, AtomicFault(plan.steps[place].point, way, ignoring: ignored, shapes))
  }

  /// The next point. A commit has nothing to add to what a write of its transaction has shown.
  private func failing(after place: Int) -> Phase {
    let next = plan.steps.indices.first { candidate in
      candidate > place && !plan.steps[candidate].writes.contains { breaches[$0] != nil }
    }
    guard let next else { return .done }
    return failing(next, .alone)
  }

  package func end() throws {
    try bench.restore()
  }

  package func result() -> ContractResult {
    let report = AtomicReport(bench: bench, plan: plan)
    let found = breaches.sorted { $0.key < $1.key }.map(\.value)
    return ContractResult(
      bench.name, .atomic, calls: calls,
      violations: staysOpen ? [report.openViolation] : report.violations(of: found), doubt: doubt)
  }

  private var doubt: String? {
    if plan.writeCount == 0 {
      return wroteOnce
        ? "It wrote in its first call and nothing in the second: it keeps something outside of the "
          + "database, which `preparing` has to bring back to what it was."
        : "It wrote nothing, so that no write could fail: have it do its work, with the rows that it "
          + "needs."
    }
    if !changedRows {
      return "No row is another one after it, so that nothing can be left behind: have it change "
        + "rows, with those that it needs."
    }
    return unreached.map { place in
      let step = plan.steps[place]
      return "\(step.point.isWrite ? "Write" : "Commit") \(step.number) ran in one call and not in "
        + "the next, so that it could not fail: \(step.statement.fingerprint.sql). Bring back in "
        + "`preparing` what the code keeps outside of the database."
    }
  }
}
