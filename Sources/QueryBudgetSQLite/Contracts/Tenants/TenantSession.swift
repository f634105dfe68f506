package import QueryBudget

/// Calls code among rows of another tenant, and compares what it reads, writes and answers with the
/// same call without them.
package struct TenantSession<Value: Equatable>: ContractSession {
  private enum Phase {
    case warmUp, alone, again, behind, before, without, handedOver, done
  }

  private let bench: ContractBench
  private let log: RowChangeLog
  private let scene: TenantScene
  private let clock = RunClock()
  private var phase = Phase.warmUp
  private var calls = 0
  private var alone: TenantRun?
  private var without: TenantRun?
  private var volatile = VolatileParts()
  private var violations: [ContractViolation] = []
  private var known: Set<String> = []
  private var doubt: TenantDoubt?
  package private(set) var value: Value?

  /// Saves the databases; `tenant` is the value of the tenant's rows in their column, as any of
  /// several ways to store it.
  package init(
    _ name: String,
    on recorder: StatementRecorder,
    tenant: [SQLiteValue],
    column: String,
    sharing: [String],
    writer: any TenantRowWriting
  ) throws {
    bench = try ContractBench(name, on: recorder)
    scene = try TenantScene(
      bench: bench, tenant: tenant, column: column, sharing: sharing, writer: writer)
    log = RowChangeLog(on: recorder)
  }

  package var recorder: StatementRecorder { bench.recorder }

  package var keeping: Keeping { [.stacks, .values, .results] }

  package mutating func next() throws -> ContractStep? {
    switch phase {
    case .warmUp, .alone, .again: break
    case .behind: try scene.addNeighbours(.after)
    case .before:
      // Where a check forbids such keys there is nothing to meet.
      guard try scene.addNeighbours(.before) else {
        phase = .without
        return try next()
      }
    case .without: try scene.removeOwn()
    case .handedOver: try scene.handOver()
    case .done: return nil
    }
    _ = log.take()
    return ContractStep(calls)
  }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    if let problem = recorded.problem { throw HarnessError("\(bench.name): \(problem)") }
    bench.rollBackOpenTransactions()
    let run = TenantRun(
      recorded, changes: log.take(), before: scene.contents, after: try bench.contents())
    try bench.restore()
    try scene.begin()
    try take(run, recorded.result)
  }

  private mutating func take(_ run: TenantRun, _ result: Result<Value, any Error>) throws {
    switch phase {
    case .warmUp:
      _ = try result.get()
      phase = .alone
    case .alone:
      value = try result.get()
      alone = run
      doubt = TenantDoubt(of: run, scene)
      phase = doubt == nil ? .again : .done
    case .again:
      if let alone {
        let sameness = RunSameness(alone, run, schema: scene.tables.schema, clock: clock)
        volatile = VolatileParts(alone, run, sameness)
        if volatile.isAnswerVolatile { doubt = .changingAnswer(alone.answer, run.answer) }
      }
      phase = .behind
    case .behind:
      judge(run, .behind)
      phase = .before
    case .before:
      judge(run, .before)
      phase = .without
    case .without:
      without = run
      phase = .handedOver
    case .handedOver:
      judge(run, .handedOver)
      phase = .done
    case .done: break
    }
  }

  private mutating func judge(_ run: TenantRun, _ scenario: TenantScenario) {
    guard let reference = scenario.isHandedOver ? without : alone else { return }
    let finding = TenantFinding(
      bench: bench, tables: scene.tables, scenario: scenario, reference: reference, run: run,
      other: scene.other(in: scenario), theirs: scene.theirs(in: run.before, scenario),
      sameness: RunSameness(reference, run, schema: scene.tables.schema, clock: clock),
      volatile: volatile)
    violations += finding.violations(known: &known)
  }

  package func end() throws {
    log.remove()
    try bench.restore()
  }

  package func result() -> ContractResult {
    ContractResult(
      bench.name, .tenantIsolated, calls: calls, violations: violations, doubt: doubt?.text)
  }
}

extension TenantScenario {
  fileprivate var isHandedOver: Bool { if case .handedOver = self { true } else { false } }
}
