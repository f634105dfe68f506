/// Recordings that every recorder joins which is made by a task that carries it: what a test
/// trait opens before it knows the test's recorders.
package final class AmbientRecordings: Sendable {
  /// The one of the running task.
  @TaskLocal package static var current: AmbientRecordings?

  private let joined = Locked<[(recorder: StatementRecorder, scope: OpenScope)]>([])

  package init() {}

  /// Opens a recording of a recorder, to be closed with all the others.
  package func join(_ recorder: StatementRecorder) {
    let scope = recorder.openScope()
    joined.withLock { $0.append((recorder, scope)) }
  }

  /// The recording of a recorder that has joined.
  func scope(of recorder: StatementRecorder) -> RecordingScope? {
    joined.withLock { $0.first { $0.recorder === recorder }?.scope.scope }
  }

  /// Closes them all, and answers what each recorder saw.
  package func finish() -> [(recorder: StatementRecorder, result: RecordedResult<Void>)] {
    joined.withLock { joined in
      defer { joined = [] }
      return joined
    }.map { recorder, scope in
      let problem = recorder.problem()
      let result = RecordedResult(
        result: .success(()), recording: recorder.closeScope(scope), problem: problem)
      return (recorder, result)
    }
  }
}
