import QueryBudget

/// What follows from the texts that a contract meets in all of its calls, worked out once for each.
final class KnownShapes: Sendable {
  private let known = Locked<[String: StatementShape]>([:])

  subscript(_ sql: String) -> StatementShape {
    known.withLock { known in
      if let shape = known[sql] { return shape }
      let shape = StatementShape(of: sql)
      known[sql] = shape
      return shape
    }
  }
}
