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
  var fault: StatementFault {
    let state = Locked((seen: 0, passes: [String: Bool]()))
    let statement = statement
    return StatementFault { _, sql in
      state.withLock { state in
        if state.passes[sql] == nil { state.passes[sql] = Self.passes(sql) }
        guard state.passes[sql] == false else { return .runs }
        state.seen += 1
        return state.seen > statement ? .isInterrupted : .runs
      }
    }
  }

  /// Whether a statement runs behind a kill as well: what rolls back, as the end of the process
  /// would, and what only looks at the schema or sets the connection up.
  static func passes(_ sql: String) -> Bool { passes(sql, StatementShape(of: sql).kind) }

  /// The same for a statement whose kind is known.
  static func passes(_ sql: String, _ kind: StatementKind) -> Bool {
    kind == .schema || (kind == .transaction && TransactionCommand(sql).rollsBack)
  }
}
