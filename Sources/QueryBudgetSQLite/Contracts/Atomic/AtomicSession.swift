import CSQLite
package import QueryBudget

/// Has each write of the code fail, one after the other, and looks at what that leaves behind.
package struct AtomicSession<Value>: ContractSession {
  private enum Phase {
    case warmUp
    case complete
    case failing(AtomicFailure)
    case done
  }

  private let bench: ContractBench
  private let triggers: FaultTriggers
  private var phase = Phase.warmUp
  private var calls = 0
  private var writes: [RecordedStatement] = []
  private var complete: DatabaseContents
  private var violations: [ContractViolation] = []
  package private(set) var value: Value?

  /// Saves the databases.
  package init(_ name: String, on recorder: StatementRecorder) throws {
    bench = try ContractBench(name, on: recorder)
    triggers = FaultTriggers(on: recorder)
    complete = bench.before
  }

  package var recorder: StatementRecorder { bench.recorder }

  package mutating func next() throws -> ContractStep? {
    switch phase {
    case .warmUp, .complete: return ContractStep(0)
    case .failing(let failure): return ContractStep(failure.write, fault: failure.fault)
    case .done: return nil
    }
  }

  package mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws {
    calls += 1
    if let problem = recorded.problem { throw HarnessError("\(bench.name): \(problem)") }
    let leftOpen = bench.rollBackOpenTransactions() > 0
    let contents = try bench.contents()
    try bench.restore()
    switch phase {
    case .warmUp:
      _ = try recorded.result.get()
      phase = .complete
    case .complete:
      value = try recorded.result.get()
      complete = contents
      writes = recorded.recording.statements.filter(\.isWrite)
      phase = writes.isEmpty ? .done : .failing(AtomicFailure(write: 0, way: .refused))
    case .failing(let failure):
      take(failure, AtomicOutcome(recorded, contents: contents, leftOpen: leftOpen))
    case .done: break
    }
  }

  private mutating func take(_ failure: AtomicFailure, _ outcome: AtomicOutcome) {
    // A write that touches no row can't be refused, nor can one of a virtual table.
    if failure.way == .refused, !triggers.takeRefused() {
      phase = .failing(AtomicFailure(write: failure.write, way: .interrupted))
      return
    }
    let finding = AtomicFinding(
      bench: bench, writes: writes, failure: failure, outcome: outcome, complete: complete)
    if let violation = finding.violation { violations.append(violation) }
    let next = failure.write + 1
    phase = next < writes.count ? .failing(AtomicFailure(write: next, way: .refused)) : .done
  }

  package func end() throws {
    triggers.remove()
    try bench.restore()
  }

  package func result() -> ContractResult {
    ContractResult(
      bench.name, .atomic, calls: calls, violations: violations,
      doubt: writes.isEmpty
        ? "It wrote nothing, so that no write could fail: have it do its work, with the rows that it "
          + "needs." : nil)
  }
}

extension RecordedStatement {
  /// Whether it inserts, updates or deletes.
  package var isWrite: Bool { [.insert, .update, .delete].contains(kind) }
}
