import QueryBudget

/// What can fail in a run, in the order in which it ran when nothing did.
struct AtomicPlan {
  /// One point of it.
  struct Step {
    let point: AtomicPoint
    let statement: RecordedStatement

    /// Its number among the writes, or among the commits, from 1.
    let number: Int

    /// The writes that a commit keeps, by their place among the steps.
    let writes: [Int]
  }

  private(set) var steps: [Step] = []

  /// How many of the steps are writes.
  var writeCount: Int { steps.count { $0.point.isWrite } }

  /// How many of the steps are commits.
  var commitCount: Int { steps.count - writeCount }

  /// A plan of nothing.
  init() {}

  /// The plan of a run in which nothing failed.
  init(of recording: Recording, ignoring ignored: IgnoredColumns) {
    var watch = AtomicWatch(ignoring: ignored)
    // The writes since the last commit of the connection.
    var pending: [Int: [Int]] = [:]
    for statement in recording.statements {
      let connection = statement.connection
      guard let point = watch.point(of: statement.sql, statement.shape, on: connection) else {
        continue
      }
      let writes = point.isWrite ? [] : pending.removeValue(forKey: connection) ?? []
      if point.isWrite { pending[connection, default: []].append(steps.count) }
      let number = steps.count { $0.point.isWrite == point.isWrite } + 1
      steps.append(Step(point: point, statement: statement, number: number, writes: writes))
    }
  }
}

extension AtomicPoint {
  var isWrite: Bool {
    if case .write = self { true } else { false }
  }
}
