import QueryBudget

/// What a call came to in which something failed.
struct AtomicOutcome {
  /// Every row as it was when the code was called.
  let before: DatabaseContents
  /// Every row when it had ended.
  let contents: DatabaseContents
  let recording: Recording
  /// Whether it threw.
  let threw: Bool
  /// Whether it left a transaction open.
  let leftOpen: Bool
  /// Where in the recording the statement is that failed.
  let failed: Int?

  init<Value>(
    _ recorded: RecordedResult<Value>,
    _ fault: AtomicFault,
    ignoring ignored: IgnoredColumns,
    before: DatabaseContents,
    after contents: DatabaseContents,
    leftOpen: Bool
  ) {
    self.before = before
    self.contents = contents
    self.leftOpen = leftOpen
    recording = recorded.recording
    threw = if case .failure = recorded.result { true } else { false }
    var watch = AtomicWatch(ignoring: ignored)
    failed = recording.statements.firstIndex { statement in
      let point = watch.point(of: statement.sql, statement.shape, on: statement.connection) {
        $0 == fault.point
      }
      return point == fault.point
    }
  }

  /// The writes behind the one that failed.
  var later: [RecordedStatement] {
    failed.map { recording.statements.dropFirst($0 + 1).filter(\.isWrite) } ?? []
  }
}
