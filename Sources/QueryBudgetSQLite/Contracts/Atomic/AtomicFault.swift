import QueryBudget

/// Has one point of a run fail.
final class AtomicFault: Sendable {
  /// What fails; its transaction stays open, and what runs behind it can go on.
  enum Way: Hashable, Sendable {
    /// The one statement.
    case alone
    /// The one, and every write that comes behind it.
    case withAllBehind
  }

  private struct Progress {
    var watch: AtomicWatch
    var hasFailed = false
  }

  let point: AtomicPoint
  let way: Way
  private let shapes: KnownShapes
  private let progress: Locked<Progress>

  init(_ point: AtomicPoint, _ way: Way, ignoring ignored: IgnoredColumns, _ shapes: KnownShapes) {
    self.point = point
    self.way = way
    self.shapes = shapes
    progress = Locked(Progress(watch: AtomicWatch(ignoring: ignored)))
  }

  /// Whether the point was reached.
  var hasFailed: Bool { progress.withLock { $0.hasFailed } }

  /// What the recorder asks.
  var fault: StatementFault {
    StatementFault { self.decision(on: $0, of: $1) }
  }

  private func decision(on sql: String, of connection: Int) -> StatementFault.Decision {
    let shape = shapes[sql]
    return progress.withLock { progress in
      let found = progress.watch.point(of: sql, shape, on: connection) { $0 == point }
      if found == point, !progress.hasFailed {
        progress.hasFailed = true
        return point.isWrite ? .isRefused : .isInterrupted
      }
      let goesOn = way == .withAllBehind && progress.hasFailed && shape.isWrite
      return goesOn ? .isRefused : .runs
    }
  }
}
