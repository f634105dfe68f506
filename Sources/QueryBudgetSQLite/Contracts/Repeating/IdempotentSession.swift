package import QueryBudget

/// Calls the code twice, and looks at what the second call changes.
package struct IdempotentSession<Value>: RepeatingSession {
  private enum Phase {
    case warmUp
    case first
    case second
    case done
  }

  private var bench: RepeatingBench
  private var phase = Phase.warmUp
  private var calls = 0
  private var warmUp: RepeatedRun?
  private var first: RepeatedRun?
  private var violations: [ContractViolation] = []
  private var doubt: String?
  package private(set) var value: Value?
  package let effects = EffectLog()

  /// Saves the databases.
  package init(_ name: String, on recorder: StatementRecorder, ignoring: [String]) throws {
    bench = try RepeatingBench(name, on: recorder, ignoring: ignoring)
  }

  package var recorder: StatementRecorder { bench.bench.recorder }

  package mutating func next() throws -> ContractStep? {
    switch phase {
    case .warmUp, .first: effects.startsOver = true
    case .second: effects.startsOver = false
    case .done: return nil
    }
    return ContractStep(calls)
  }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    let run = try RepeatedRun(recorded, bench.bench, effects)
    switch phase {
    case .warmUp:
      _ = try recorded.result.get()
      warmUp = run
      try bench.bench.restore()
      phase = .first
    case .first:
      value = try recorded.result.get()
      first = run
      doubt = warmUp.flatMap { bench.learn(from: $0, run) }
      phase = doubt == nil ? .second : .done
    case .second:
      if let first {
        violations = IdempotentFinding(bench: bench, first: first, second: run).violations
      }
      phase = .done
    case .done: break
    }
  }

  package func end() throws { try bench.bench.restore() }

  package func result() -> ContractResult {
    ContractResult(
      bench.bench.name, .idempotent, calls: calls, violations: violations, doubt: doubt)
  }
}
