import QueryBudget
import QueryBudgetSQLite

extension CallerLocation {
  /// Fails the test when a recording is not within its budget or can't be trusted, also when the
  /// recorded closure throws: the error is passed on, and the test may expect it.
  func judging<Value>(
    _ recorded: RecordedResult<Value>,
    _ budget: CountBudget,
    _ recorder: StatementRecorder,
    _ kinds: Set<StatementKind>
  ) throws -> Value {
    try judging(recorded) {
      CountResult(
        $0, budget: budget, counting: kinds, connections: recorder.openConnections.count
      ).failure
    }
  }

  /// The same for a budget by kind and by table.
  func judging<Value>(
    _ recorded: RecordedResult<Value>,
    _ budget: StatementBudget,
    _ recorder: StatementRecorder
  ) throws -> Value {
    try judging(recorded) {
      StatementResult($0, budget: budget, connections: recorder.openConnections.count).failure
    }
  }

  private func judging<Value>(
    _ recorded: RecordedResult<Value>,
    _ failure: (Recording) -> String?
  ) throws -> Value {
    if let problem = recorded.problem {
      fail(problem.description)
    } else if let failure = failure(recorded.recording) {
      fail(failure)
    }
    return try recorded.result.get()
  }
}
