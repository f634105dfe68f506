/// Recordings that every recorder joins which is made by a task that carries it: what a test
/// trait opens before it knows the test's recorders.
package final class AmbientRecordings: Sendable {
  /// The one of the running task.
  @TaskLocal package static var current: AmbientRecordings?

  /// Those outside of these: what a suite's trait opens lies outside of what its test's opens.
  private let outer: AmbientRecordings?
  private let joined = Locked<[(recorder: StatementRecorder, scope: OpenScope)]>([])

  /// Recordings inside those of the running task.
  package init() { outer = Self.current }

  /// Opens a recording of a recorder that is being made, outside first.
  func joinMade(_ recorder: StatementRecorder) {
    outer?.joinMade(recorder)
    join(recorder)
  }

  /// Opens a recording of a recorder, to be closed with all the others.
  package func join(_ recorder: StatementRecorder) {
    let scope = recorder.openScope()
    joined.withLock { $0.append((recorder, scope)) }
  }

  /// The recording of a recorder that has joined, here or outside.
  func scope(of recorder: UInt64) -> RecordingScope? {
    joined.withLock { $0.first { $0.scope.scope.recorder == recorder }?.scope.scope }
      ?? outer?.scope(of: recorder)
  }

  /// Closes them all, and answers what each recorder saw.
  package func finish() -> [(recorder: StatementRecorder, result: RecordedResult<Void>)] {
    joined.withLock { joined in
      defer { joined = [] }
      return joined
    }.map { recorder, scope in
      let problem = recorder.problem()
      let result = RecordedResult(
        result: .success(()), taken: recorder.takeScope(scope), problem: problem)
      return (recorder, result)
    }
  }
}
