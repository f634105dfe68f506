/// One open recording, as the tasks that it started carry it.
final class RecordingScope: Sendable {
  /// The scopes around the running task, of all recorders.
  @TaskLocal static var current: RecordingScope?

  let recorder: UInt64
  let id: UInt32

  /// The scope outside of this one, maybe of another recorder.
  let outer: RecordingScope?
  private let open = Locked(true)

  init(recorder: UInt64, id: UInt32, outer: RecordingScope?) {
    self.recorder = recorder
    self.id = id
    self.outer = outer
  }

  var isOpen: Bool { open.withLock { $0 } }

  func close() { open.withLock { $0 = false } }

  /// The innermost open scope of a recorder that the running task carries.
  static func ofTask(for recorder: UInt64) -> RecordingScope? {
    var scope = current
    while let candidate = scope, candidate.recorder != recorder || !candidate.isOpen {
      scope = candidate.outer
    }
    return scope ?? AmbientRecordings.current?.scope(of: recorder)
  }
}

/// What the trace callback asks while several recordings are open; 0 for none.
///
/// A function of no isolation: a closure written where an actor rules would trap on the thread of
/// the connection.
func scopeOfRunningTask(recorder: UInt64) -> UInt32 {
  RecordingScope.ofTask(for: recorder)?.id ?? 0
}
