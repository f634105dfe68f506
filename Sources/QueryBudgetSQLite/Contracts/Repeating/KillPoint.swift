import QueryBudget

/// Where a call is killed. Statements are counted from 0, without those that a kill lets pass.
enum KillPoint: Hashable {
  /// The statement does not happen, nor does anything after it; behind the last one it is the end
  /// of the call.
  case before(Int)

  /// The statement happened, and ended a transaction; nothing after it does.
  case after(Int)

  /// The statement that it is told by.
  var statement: Int {
    switch self {
    case .before(let statement), .after(let statement): statement
    }
  }

  var isAfter: Bool {
    if case .after = self { true } else { false }
  }

  /// The fault by which every statement fails from here on, on whatever connection.
  func fault(_ shapes: KnownShapes) -> StatementFault {
    let seen = Locked(0)
    let statement = statement
    return StatementFault { sql, _ in
      guard !Self.passes(sql, shapes[sql].kind) else { return .runs }
      return seen.withLock { seen in
        seen += 1
        return seen > statement ? .isInterrupted : .runs
      }
    }
  }

  /// Whether a statement runs behind a kill as well: what rolls back, as the end of the process
  /// would, and what only looks at the schema or sets the connection up.
  static func passes(_ sql: String, _ kind: StatementKind) -> Bool {
    kind == .schema || (kind == .transaction && TransactionCommand(sql).rollsBack)
  }
}
