package import QueryBudget

/// Holds what code changes against what it wrote to its audit log; then has each entry fail once,
/// and looks at whether the change stays without it.
package struct AuditedSession<Value>: ContractSession {
  private enum Phase {
    case warmUp
    case complete
    case failing(Int)
    case done
  }

  private let bench: ContractBench
  private let rules: AuditRules
  private let schema: AuditedSchema
  private let changes: RowChangeLog
  private let refusing: RowRefusing
  private var phase = Phase.warmUp
  private var calls = 0
  private var changedRows = 0
  /// The inserts into the log that are made to fail.
  private var toFail: [EntryWrite] = []
  private var violations: [ContractViolation] = []
  package private(set) var value: Value?

  /// Saves the databases and watches their tables.
  package init(
    _ name: String,
    _ tables: [String],
    in log: AuditLog,
    ignoring: [String],
    masking: [String],
    on recorder: StatementRecorder
  ) throws {
    let bench = try ContractBench(name, on: recorder)
    self.bench = bench
    schema = AuditedSchema(of: recorder)
    do {
      rules = try AuditRules(
        tables, in: log, ignoring: ignoring, masking: masking, of: bench.before,
        generated: schema.generated)
    } catch {
      throw HarnessError("\(name): \(error)")
    }
    refusing = RowRefusing(of: rules.logName)
    changes = RowChangeLog(on: recorder, refusing: refusing)
  }

  package var recorder: StatementRecorder { bench.recorder }

  package mutating func next() throws -> ContractStep? {
    switch phase {
    case .warmUp, .complete: return ContractStep(0)
    case .failing(let at):
      refusing.refuse(toFail[at].number)
      return ContractStep(at + 1)
    case .done: return nil
    }
  }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    refusing.refuse(nil)
    if let problem = recorded.problem { throw HarnessError("\(bench.name): \(problem)") }
    bench.rollBackOpenTransactions()
    let after = try bench.contents()
    let call = AuditedCall(
      changes.take(), recorded.taken, rules: rules, before: bench.before, after: after)
    try bench.restore()
    switch phase {
    case .warmUp:
      _ = try recorded.result.get()
      phase = .complete
    case .complete:
      value = try recorded.result.get()
      try take(call)
    case .failing(let at):
      violations += findings(call).withoutEntry(failed: toFail[at])
      phase = at + 1 < toFail.count ? .failing(at + 1) : .done
    case .done: break
    }
  }

  private mutating func take(_ call: AuditedCall) throws {
    if let table = call.unseen {
      throw HarnessError(
        "\(bench.name): rows of \(table) were changed by a connection that the recorder was not "
          + "attached to before: open the database before the assertion begins.")
    }
    changedRows = call.histories.count { !$0.allSatisfy(rules.isVoid) }
    violations = findings(call).violations
    toFail = violations.isEmpty ? EntryWrite.lines(of: call, to: rules.logName) : []
    phase = toFail.isEmpty ? .done : .failing(0)
  }

  private func findings(_ call: AuditedCall) -> AuditFindings {
    AuditFindings(bench: bench, rules: rules, schema: schema, call: call)
  }

  package func end() throws {
    changes.remove()
    try bench.restore()
  }

  package func result() -> ContractResult {
    let tables = rules.tables.joined(separator: ", ")
    return ContractResult(
      bench.name, .audited, calls: calls, violations: violations,
      doubt: changedRows == 0
        ? "It changed no row of \(tables), so that \(rules.logName) had nothing to tell: have it do "
          + "its work, with the rows that it needs." : nil)
  }
}
