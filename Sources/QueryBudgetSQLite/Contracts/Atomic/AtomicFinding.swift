import QueryBudget

/// Judges what one failed write left behind.
struct AtomicFinding {
  let bench: ContractBench
  /// The writes of a call in which none failed.
  let writes: [RecordedStatement]
  let failure: AtomicFailure
  let outcome: AtomicOutcome
  /// Every row after a call in which none failed.
  let complete: DatabaseContents

  /// What is wrong, if anything is.
  var violation: ContractViolation? {
    let rows = outcome.contents.differences(from: bench.before)
    guard outcome.leftOpen || !rows.isEmpty, !wasTriedAgain else { return nil }
    return ContractViolation(
      "When write \(failure.write + 1) of \(writes.count) failed, \(ending)",
      at: failed.map(bench.shown), rows: rows, advice: advice)
  }

  /// The write that failed.
  private var failed: RecordedStatement? {
    let ran = outcome.recording.statements.filter(\.isWrite)
    return ran.indices.contains(failure.write) ? ran[failure.write] : nil
  }

  /// The writes that ran behind the one that failed.
  private var later: [RecordedStatement] {
    Array(outcome.recording.statements.filter(\.isWrite).dropFirst(failure.write + 1))
  }

  /// The code ran the statement again, and got to the end after all: all or nothing, and it is all.
  private var wasTriedAgain: Bool {
    outcome.error == nil && later.contains { $0.fingerprint == failed?.fingerprint }
      && outcome.contents == complete
  }

  private var ending: String {
    if outcome.leftOpen { return "it left its transaction open" }
    return outcome.error == nil
      ? "it returned as if nothing had happened, and left behind what else it wrote"
      : "it threw the error, and left behind what it had written"
  }

  private var advice: [String] {
    var advice: [String] = []
    if outcome.leftOpen {
      advice.append("Roll back where an error is caught, or use a closure that does it by itself.")
    }
    if !committedBefore.isEmpty {
      let sites = committedBefore.map { bench.shown($0) }
      advice.append(
        "Committed before by a transaction of its own: "
          + sites.map { statement in
            Fingerprint(of: statement.sql).sql + (statement.callSite.map { ", at \($0)" } ?? "")
          }.joined(separator: "; ") + ".")
      advice.append("Write all of it in one transaction.")
    }
    if outcome.error == nil {
      advice.append(
        "The error was caught and the work went on: let it leave the transaction, so that all is "
          + "rolled back.")
    }
    return advice
  }

  /// What was written before the failure by a transaction that had ended.
  private var committedBefore: [RecordedStatement] {
    let statements = outcome.recording.statements
    let split = TransactionSplit(outcome.recording)
    guard
      let place = statements.indices.filter({ statements[$0].isWrite })
        .dropFirst(failure.write).first, let mine = split.transaction(of: place)
    else { return [] }
    return statements.indices.filter { index in
      index < place && statements[index].isWrite
        && split.transaction(of: index).map { $0 != mine && split.transactions[$0].isCommitted }
          ?? false
    }.map { statements[$0] }
  }
}
