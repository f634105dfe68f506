import CSQLite
package import QueryBudget

/// Holds a table against being append-only, by trying to rewrite it.
///
/// It is tried on copies of the databases, so that nothing happens to these, and so that the
/// triggers are those that any connection meets.
package struct AppendOnlyCheck {
  /// What came of adding rows to try it with.
  package enum Addition {
    case added
    /// A trigger refuses rows, for this reason.
    case refused(String)
    /// Rows could not be made, for this reason.
    case failed(String)
  }

  private let name: String
  private let recorder: StatementRecorder
  private let add: (_ table: String, _ handle: OpaquePointer) -> Addition
  private var tried = 0
  private var violations: [ContractViolation] = []

  /// - Parameters:
  ///   - name: The table.
  ///   - recorder: The recorder of the application's connections.
  ///   - add: Adds rows to a table of a connection.
  package init(
    _ name: String,
    on recorder: StatementRecorder,
    adding add: @escaping (_ table: String, _ handle: OpaquePointer) -> Addition
  ) {
    self.name = name
    self.recorder = recorder
    self.add = add
  }

  /// Tries everything on each database that has the table.
  package mutating func run() throws(HarnessError) -> ContractResult {
    guard !recorder.openConnections.isEmpty else {
      throw HarnessError("\(name): " + Doubt.noConnection.explanation)
    }
    do {
      for copy in try LogCopy.all(of: name, on: recorder) { try check(copy) }
    } catch let error as HarnessError {
      throw error
    } catch {
      throw HarnessError("\(name): trying to rewrite it failed: \(error)")
    }
    return ContractResult(name, .appendOnly, calls: tried, violations: violations)
  }

  private mutating func check(_ copy: LogCopy) throws {
    let addition = add(copy.table, copy.connection.handle)
    do {
      try check(copy.table, on: copy.connection.handle, addition)
    } catch let error as SQLiteError where Self.isUnknownOnCopy(error) {
      // Then the application's own connection is tried, whose every change is rolled back.
      let isDone: Void? = try recorder.writingConnection?.withHandle { handle in
        try check(copy.table, on: handle, .failed(error.message))
      }
      if isDone == nil { throw error }
    }
  }

  private mutating func check(
    _ name: String, on handle: OpaquePointer, _ addition: Addition
  ) throws {
    let table = try LogTable(name, on: handle)
    let trial = try RewriteTrial(table, on: handle)
    let attempts = try RewriteAttempts(table: table, contents: trial.before, on: handle)
    let findings = AppendOnlyFindings(
      table: table, before: trial.before, triggers: try GuardingTrigger(of: table, on: handle),
      hasTemporary: recorder.hasTemporaryTriggers(on: name))
    var found: [ContractViolation] = []
    if case .refused(let reason) = addition {
      tried += 1
      if try !attempts.another.contains(where: { try trial.takes($0) }) {
        found.append(findings.insertRefused(reason))
      }
    }
    if !trial.before.rows.isEmpty {
      found += findings.violations(try trial.holes(attempts.ways, counting: &tried))
    } else if case .failed(let reason) = addition {
      throw HarnessError(
        "\(name) has no row to try it with, and none can be made: write one before the assertion. "
          + "(\(reason))")
    }
    violations += found.filter { !violations.contains($0) }
  }

  /// Whether it is about a collation or function that was registered with a connection.
  private static func isUnknownOnCopy(_ error: SQLiteError) -> Bool {
    ["no such collation sequence", "no such function"].contains(where: error.message.hasPrefix)
  }
}
