import CSQLite
import CStatementTrace

extension TracedConnection {
  /// Ends the transaction that the application left open, if it did; true when there was one.
  ///
  /// <https://www.sqlite.org/c3ref/get_autocommit.html>
  func rollBackOpenTransaction() -> Bool {
    withHandle { handle in
      guard sqlite3_get_autocommit(handle) == 0 else { return false }
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      return true
    } ?? false
  }

  /// Lets the application write again, when the last statement that ran was refused.
  func stopRefusing() {
    withHandle { _ in qb_trace_stop_refusing(trace) }
  }

  /// Runs SQL of the harness's own where the connection may be used, which has the functions that its
  /// triggers call; nil when it can't be reached.
  func withTriggerFunctions<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value? {
    try withHandle { handle in
      let code = qb_trace_add_functions(trace)
      guard code == SQLITE_OK else { throw SQLiteError(handle: handle, code: code, sql: nil) }
      return try body(handle)
    }
  }
}
