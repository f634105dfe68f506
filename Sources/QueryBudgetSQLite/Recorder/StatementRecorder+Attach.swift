import CStatementTrace

extension StatementRecorder {
  /// Records what a connection runs from now on.
  ///
  /// `handle` is any open `sqlite3 *` of the SQLite library that this process links. Call it where
  /// the connection may be used; attaching twice records once. A connection opened with
  /// `SQLITE_OPEN_NOMUTEX` must not run statements while a recording begins or ends, and none must be
  /// closed meanwhile, unless `access` says how to reach it. A connection that SQLite won't trace makes every recording throw a
  /// ``RecorderError``.
  ///
  /// <https://www.sqlite.org/c3ref/trace_v2.html>
  public func attach(
    to handle: OpaquePointer,
    through access: (any ConnectionAccess)? = nil
  ) {
    state.withLock { state in
      if let known = state.connections.first(where: { $0.handle == handle }) {
        qb_trace_reattach(known.trace)
        return
      }
      let number = state.attached
      state.attached += 1
      guard let trace = qb_trace_attach(recorder.pointer, handle, UInt32(number)) else {
        state.refused = number
        return
      }
      state.connections.append(TracedConnection(number: number, trace: trace, access: access))
    }
  }

  /// Stops recording what a connection runs; call it where the connection may be used.
  ///
  /// Closing the connection does the same.
  public func detach(from handle: OpaquePointer) {
    state.withLock { state in
      for connection in state.connections where connection.handle == handle {
        qb_trace_detach(connection.trace)
      }
    }
  }

  /// The connections that are open now.
  package var openConnections: [TracedConnection] {
    state.withLock { $0.connections.filter { $0.handle != nil } }
  }

  /// Whether statements that SQLite refuses are marked as failed on every connection.
  ///
  /// SQLite says so in its error log, which is one for the process. An application that sets its own
  /// (GRDB's `Database.logError` does) takes it away; then ``RecordingDatabase`` alone still marks
  /// its failures. Violations that show at a statement's end only (deferred and counted foreign
  /// keys) and locks that were waited for in vain are not in the log either.
  ///
  /// <https://www.sqlite.org/errlog.html>
  public static var tellsFailures: Bool { qb_failures_are_told() }

  /// How many connections it was ever attached to.
  public var connectionCount: Int { state.withLock { $0.attached } }
}
