import QueryBudget

/// One call, and what it left behind.
struct RepeatedRun {
  /// What it threw; nil when it returned.
  let error: (any Error)?
  let taken: TakenRecording
  let contents: DatabaseContents
  let effects: [String]

  /// The statements that a kill can be at.
  let killable: [RecordedStatement]

  /// Reads what a call left, after its open transactions were rolled back.
  ///
  /// Throws a `HarnessError` when statements were missed, and what the test's closure for effects
  /// threw.
  init<Value>(
    _ recorded: RecordedResult<Value>, _ bench: ContractBench, _ log: EffectLog
  ) throws {
    if let problem = recorded.problem { throw HarnessError("\(bench.name): \(problem)") }
    error = if case .failure(let error) = recorded.result { error } else { nil }
    taken = recorded.taken
    bench.rollBackOpenTransactions()
    contents = try bench.contents()
    effects = try log.take()
    killable = taken.recording.statements.filter { !KillPoint.passes($0.sql, $0.kind) }
  }

  /// What it wrote for good.
  var committed: [RecordedStatement] {
    let statements = taken.recording.statements
    return TransactionSplit(taken.recording).transactions.filter(\.isCommitted)
      .flatMap(\.statements).sorted().map { statements[$0] }.filter(\.isWrite)
  }
}
