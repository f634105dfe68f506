import QueryBudget

/// One write that is made to fail.
struct AtomicFailure {
  /// How it fails.
  enum Way {
    /// As by a constraint: its transaction stays open.
    case refused
    /// As on a full disk: its transaction is gone.
    case interrupted
  }

  /// Which of the writes, from 0.
  let write: Int
  let way: Way

  /// The fault that has it fail. Reads are not counted: caches may save some.
  var fault: StatementFault {
    let seen = Locked(0)
    let (write, way) = (write, way)
    return StatementFault { _, sql in
      let kind = StatementShape(of: sql).kind
      guard [.insert, .update, .delete].contains(kind) else { return .runs }
      let number = seen.withLock { seen in
        defer { seen += 1 }
        return seen
      }
      guard number == write else { return .runs }
      return way == .refused ? .isRefused : .isInterrupted
    }
  }
}

/// What a call came to in which a write failed.
struct AtomicOutcome {
  /// What the code threw; nil when it returned.
  let error: (any Error)?
  let recording: Recording
  let contents: DatabaseContents

  /// Whether it left a transaction open.
  let leftOpen: Bool

  init<Value>(_ recorded: RecordedResult<Value>, contents: DatabaseContents, leftOpen: Bool) {
    error = if case .failure(let error) = recorded.result { error } else { nil }
    recording = recorded.recording
    self.contents = contents
    self.leftOpen = leftOpen
  }
}
