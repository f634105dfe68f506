import CSQLite

/// Has one of the statements that insert into a table fail, as by a constraint: its transaction
/// stays open.
///
/// A temporary trigger asks for each row; see ``RowChangeLog``.
final class RowRefusing: Sendable {
  private struct State {
    var refused: Int?
    /// The statements that have inserted, in their order.
    var statements: [Int64] = []
  }

  private let table: String
  private let state = Locked(State())

  /// - Parameter table: The table, as the harness shows it.
  init(of table: String) { self.table = table }

  /// Refuses the rows of a statement from now on, by its number among those that insert; none for
  /// nil.
  func refuse(_ number: Int?) {
    state.withLock { $0 = State(refused: number) }
  }

  /// The trigger that asks; nil for another table.
  func trigger(on table: TriggerTable) -> (name: String, table: String, sql: String)? {
    guard table.shownName == self.table else { return nil }
    let sql = """
      CREATE TRIGGER query_budget_refuse BEFORE INSERT ON \(table.source)
      WHEN query_budget_refuses_row(query_budget_statement())
      BEGIN SELECT RAISE(ABORT, 'the harness let this entry fail'); END
      """
    return ("query_budget_refuse", table.name, sql)
  }

  /// <https://www.sqlite.org/c3ref/create_function.html>
  func addFunction(to handle: OpaquePointer) throws {
    // The connection holds the context until it is closed, or gets another one.
    let context = Unmanaged.passRetained(self).toOpaque()
    let code = sqlite3_create_function_v2(
      handle, "query_budget_refuses_row", 1, SQLITE_UTF8, context,
      { call, _, values in
        guard let context = sqlite3_user_data(call) else { return }
        let refusing = Unmanaged<RowRefusing>.fromOpaque(context).takeUnretainedValue()
        let statement = sqlite3_value_int64(values?[0])
        sqlite3_result_int(call, refusing.refuses(statement) ? 1 : 0)
      }, nil, nil, { context in context.map { Unmanaged<RowRefusing>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw SQLiteError(handle: handle, code: code, sql: nil) }
  }

  /// 0 is a statement that is not recorded.
  private func refuses(_ statement: Int64) -> Bool {
    state.withLock { state in
      guard statement > 0, let refused = state.refused else { return false }
      if let number = state.statements.firstIndex(of: statement) { return number == refused }
      state.statements.append(statement)
      return state.statements.count - 1 == refused
    }
  }
}
