package import QueryBudget

/// Kills the code at each of its statements, runs it again, and holds what that leaves against one
/// run.
package struct RetrySession<Value>: RepeatingSession {
  private enum Phase {
    case warmUp
    case complete
    case killed(KillPoint)
    case again(KillPoint)
    case done
  }

  private var bench: RepeatingBench
  private let shapes = KnownShapes()
  private var phase = Phase.warmUp
  private var calls = 0
  private var warmUp: RepeatedRun?
  private var complete: RepeatedRun?
  private var points: [KillPoint] = []
  private var killed: RepeatedRun?
  /// What the last kill before a statement left, for the kill right behind the one before it.
  private var left: (databases: SavedDatabases, contents: DatabaseContents)?
  /// What a run behind a whole one throws.
  private var refusal: String?
  private var outcomes: [RetryOutcome] = []
  private var doubt: String?
  package private(set) var value: Value?
  package let effects = EffectLog()

  /// Saves the databases.
  package init(_ name: String, on recorder: StatementRecorder, ignoring: [String]) throws {
    bench = try RepeatingBench(name, on: recorder, ignoring: ignoring)
  }

  package var recorder: StatementRecorder { bench.bench.recorder }

  package mutating func next() throws -> ContractStep? {
    effects.startsOver = true
    switch phase {
    case .warmUp, .complete: return ContractStep(calls)
    case .killed(.before(statementCount)): return ContractStep(calls)
    case .killed(let point): return ContractStep(calls, fault: point.fault(shapes))
    case .again:
      effects.startsOver = false
      return ContractStep(calls)
    case .done: return nil
    }
  }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    let run = try RepeatedRun(recorded, bench.bench, effects)
    switch phase {
    case .warmUp:
      _ = try recorded.result.get()
      warmUp = run
      try bench.bench.restore()
      phase = .complete
    case .complete:
      value = try recorded.result.get()
      try bench.bench.restore()
      took(complete: run)
    case .killed(let point): try took(killed: run, at: point)
    case .again(let point): try took(again: run, at: point)
    case .done: break
    }
  }

  private var statementCount: Int { complete?.killable.count ?? 0 }

  private mutating func took(complete run: RepeatedRun) {
    complete = run
    doubt = warmUp.flatMap { bench.learn(from: $0, run) }
    if doubt == nil { points = KillPoint.all(of: run) }
    goOn()
  }

  private mutating func took(killed run: RepeatedRun, at point: KillPoint) throws {
    killed = run
    try HarnessError.wrapping("\(bench.bench.name): saving what the kill left failed") {
      if case .after = point {
        try left?.databases.restore()
      } else if case .after? = points.first {
        left = (try SavedDatabases(of: recorder), run.contents)
      }
    }
    phase = .again(point)
  }

  private mutating func took(again run: RepeatedRun, at point: KillPoint) throws {
    try bench.bench.restore()
    if point == .before(statementCount) { refusal = run.error.map { "\($0)" } }
    guard let complete, let killed else { return goOn() }
    let outcome = RetryOutcome(
      point, complete: complete, killed: killed, again: run,
      before: point.isAfter ? left?.contents ?? killed.contents : killed.contents, bench: bench,
      refusal: refusal)
    if outcome.isBroken { outcomes.append(outcome) }
    goOn()
  }

  private mutating func goOn() {
    phase = points.isEmpty ? .done : .killed(points.removeFirst())
  }

  package func end() throws { try bench.bench.restore() }

  package func result() -> ContractResult {
    ContractResult(
      bench.bench.name, .retrySafe, calls: calls,
      violations: RetryFinding.all(in: outcomes, of: statementCount, bench: bench).map(\.violation),
      doubt: doubt)
  }
}
