package import QueryBudget

/// What every contract needs: the databases as they were, and a way back to that.
package struct ContractBench {
  /// What is run, such as `POST /api/subscriptions`.
  package let name: String

  /// The recorder of the code that is called.
  package let recorder: StatementRecorder

  /// Every row as it was when the contract began.
  package let before: DatabaseContents

  private let saved: SavedDatabases

  /// Saves the databases.
  package init(_ name: String, on recorder: StatementRecorder) throws(HarnessError) {
    guard recorder.detail != .counts else {
      throw HarnessError(
        "\(name): the recorder only counts, and a contract needs statements: make it with "
          + "StatementRecorder(detail: .statements).")
    }
    guard !recorder.openConnections.isEmpty else {
      throw HarnessError("\(name): " + Doubt.noConnection.explanation)
    }
    self.name = name
    self.recorder = recorder
    let saved = try HarnessError.wrapping("\(name): saving the database failed") {
      try SavedDatabases(of: recorder)
    }
    self.saved = saved
    before = try HarnessError.wrapping("\(name): reading the rows failed") {
      try saved.contents()
    }
  }

  /// Puts every database back to what it was, after what the code left open was rolled back.
  package func restore() throws(HarnessError) {
    try HarnessError.wrapping("\(name): putting the database back failed") {
      try saved.restore()
    }
  }

  /// Every row now.
  package func contents() throws(HarnessError) -> DatabaseContents {
    try HarnessError.wrapping("\(name): reading the rows failed") { try saved.contents() }
  }

  /// Ends the transactions that the code left open, and answers how many there were.
  @discardableResult
  package func rollBackOpenTransactions() -> Int {
    recorder.openConnections.count { $0.rollBackOpenTransaction() }
  }

  /// The statement as a violation shows it; its line is looked up, which takes tenths of a second.
  package func shown(_ statement: RecordedStatement) -> ContractViolation.Statement {
    let site = statement.stack.flatMap { Symbolicator.shared.answer(for: $0).site }
    return ContractViolation.Statement(sql: statement.sql, callSite: site)
  }
}
