extension RecordingDatabase {
  /// Runs `body` in one transaction: all of its changes are kept, or, when it throws, none.
  ///
  /// A transaction inside another one is a savepoint.
  ///
  /// <https://www.sqlite.org/lang_transaction.html>
  public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try withHandle { _ in try nestedTransaction(body) }
  }

  private func nestedTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    let name = "query_budget_\(transactionDepth)"
    let isOuter = transactionDepth == 0
    try execute(isOuter ? "BEGIN IMMEDIATE" : "SAVEPOINT \(name)")
    transactionDepth += 1
    defer { transactionDepth -= 1 }
    do {
      let value = try body()
      try execute(isOuter ? "COMMIT" : "RELEASE \(name)")
      return value
    } catch {
      // SQLite may have rolled back by itself; the error that matters is the first.
      try? execute(isOuter ? "ROLLBACK" : "ROLLBACK TO \(name); RELEASE \(name)")
      throw error
    }
  }
}
