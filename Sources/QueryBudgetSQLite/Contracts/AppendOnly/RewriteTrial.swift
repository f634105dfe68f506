import CSQLite

/// Tries statements for real, and takes each back.
struct RewriteTrial {
  /// What a statement came to.
  enum Outcome {
    /// A trigger refused it.
    case refused
    /// Something else refused these values: a constraint.
    case unfit
    /// It reported success, and changed nothing.
    case ignored
    /// The rows of the table are others.
    case rewrote(TableContents)
  }

  let handle: OpaquePointer
  let table: LogTable
  let before: TableContents

  /// Whether a trigger may leave behind what was done before it refused: RAISE(FAIL) does.
  private let mayLeave: Bool

  /// SQLITE_CONSTRAINT_TRIGGER, which C makes by a macro that Swift can't see.
  ///
  /// <https://www.sqlite.org/rescode.html#constraint_trigger>
  private static let byTrigger: Int32 = 1811

  init(_ table: LogTable, on handle: OpaquePointer) throws {
    self.handle = handle
    self.table = table
    before = try table.contents(on: handle)
    mayLeave = try !PreparedStatement.rows(
      of: "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%FAIL%'", on: handle
    ).isEmpty
  }

  /// Tries the statements of an attempt until one fits; answers it with what came of it.
  ///
  /// Throws a ``SQLiteError`` when one could not be tried: a function is missing.
  func run(_ attempt: RewriteAttempt) throws -> (sql: String, outcome: Outcome)? {
    for isStrict in [true, false] {
      for sql in attempt.statements {
        let outcome = try run(sql, isStrict: isStrict)
        if case .unfit = outcome { continue }
        return (sql, outcome)
      }
    }
    return nil
  }

  /// Whether an insert adds a row.
  func takes(_ insert: String) throws -> Bool {
    guard case .rewrote = try run(insert, isStrict: true) else { return false }
    return true
  }

  /// Runs a statement in a transaction that is rolled back; without CHECK and foreign keys when no
  /// value was found that these let pass.
  private func run(_ sql: String, isStrict: Bool) throws -> Outcome {
    try execute("PRAGMA ignore_check_constraints = \(isStrict ? "OFF" : "ON")")
    try execute("BEGIN")
    defer {
      // A trigger that says RAISE(ROLLBACK) has ended it already.
      try? execute("ROLLBACK")
      try? execute("PRAGMA ignore_check_constraints = OFF")
    }
    if !isStrict { try execute("PRAGMA defer_foreign_keys = ON") }
    do {
      try execute(sql)
    } catch let error as SQLiteError where error.code != SQLITE_ERROR {
      let isRefusal = error.code == Self.byTrigger
      guard mayLeave, isRefusal else { return isRefusal ? .refused : .unfit }
      let after = try table.contents(on: handle)
      return after == before ? .refused : .rewrote(after)
    }
    let after = try table.contents(on: handle)
    return after == before ? .ignored : .rewrote(after)
  }

  private func execute(_ sql: String) throws {
    let statement = try PreparedStatement(sql, on: handle)
    while try statement.step() {}
  }
}
