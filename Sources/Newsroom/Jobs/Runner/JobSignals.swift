import GRDB

/// What makes the runner look for jobs: an enqueued one, a worker that became free, the next poll.
///
/// Signals that come while it is looking are one.
struct JobSignals: Sendable {
  let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func send() { continuation.yield() }

  /// Nobody looks for jobs any more.
  func end() { continuation.finish() }
}

/// Signals each commit of this process that enqueued a job.
///
/// GRDB calls it on the queue of the writer connection only, so it needs no lock.
final class EnqueueObserver: TransactionObserver {
  private let signals: JobSignals
  private var hasEnqueued = false

  init(_ signals: JobSignals) {
    self.signals = signals
  }

  func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
    if case .insert(tableName: "job") = kind { true } else { false }
  }

  func databaseDidChange(with event: DatabaseEvent) {
    hasEnqueued = true
    stopObservingDatabaseChangesUntilNextTransaction()
  }

  func databaseDidCommit(_ db: Database) {
    if hasEnqueued { signals.send() }
    hasEnqueued = false
  }

  func databaseDidRollback(_ db: Database) { hasEnqueued = false }
}
