import CStatementTrace
package import QueryBudget

/// A recording that has been opened and not been closed yet.
package struct OpenScope: Sendable {
  let scope: RecordingScope
}

extension StatementRecorder {
  /// Opens a recording inside the one that the running task carries.
  package func openScope(discarded: Bool = false, keeping: Keeping = []) -> OpenScope {
    let parent = RecordingScope.ofTask(for: identifier)
    let id = state.withLock { state in
      if state.scopes.isIdle { state.connections.removeAll(where: \.isOver) }
      let position = qb_recorder_position(recorder.pointer)
      let id = state.scopes.open(in: parent?.id, at: position, discarded: discarded)
      state.keeping[id] = keeping
      reroute(state)
      return id
    }
    // Not under the lock, which is taken where a connection is opened.
    if keeping.contains(.work) { openConnections.forEach { $0.settle() } }
    let scope = RecordingScope(recorder: identifier, id: id, outer: RecordingScope.current)
    return OpenScope(scope: scope)
  }

  /// Closes a recording and answers what belongs to it: nothing to a discarded one.
  @discardableResult
  package func closeScope(_ open: OpenScope) -> Recording {
    takeScope(open).recording
  }

  /// The same, and what nobody shows.
  func takeScope(_ open: OpenScope) -> TakenRecording {
    open.scope.close()
    defer { openConnections.lazy.filter { !$0.isSettled }.forEach { $0.settle() } }
    return state.withLock { state in
      state.scopes.close(open.scope.id)
      let keeping = state.keeping.removeValue(forKey: open.scope.id) ?? []
      reroute(state)
      var taking = RecordingTaking(
        scope: open.scope.id, tree: state.scopes, keeping: keeping.union(.always(detail)))
      // Rows to measure with are many statements, and nobody reads them.
      for connection in state.connections where !state.scopes.isDiscarded(open.scope.id) {
        if detail == .counts {
          taking.takeCounts(of: connection)
        } else {
          taking.takeStatements(of: connection)
        }
      }
      forgetWhatNobodyAsksFor(&state)
      return taking.recording()
    }
  }

  /// Why statements were missed, if any were.
  package func problem() -> RecorderError? {
    if let refused = state.withLock({ $0.refused }) {
      return RecorderError(code: .traceRefused, connection: refused)
    }
    return lostSlot()
  }

  /// What an error says when somebody else took the slot of a connection.
  private func lostSlot() -> RecorderError? {
    state.withLock(\.connections).first { !$0.holdsSlot() }.map {
      RecorderError(code: .traceReplaced, connection: $0.number)
    }
  }

  private func reroute(_ state: State) {
    let route = state.scopes.route
    let keeping = state.keeping.values.reduce(Keeping.always(detail)) { $0.union($1) }
    qb_recorder_route(
      recorder.pointer, route.isRecording, route.asksTask, keeping.rawValue, route.scope)
  }

  /// Only after a recording has been taken: the connections' threads drop it from then on.
  private func forgetWhatNobodyAsksFor(_ state: inout State) {
    qb_recorder_retain_from(
      recorder.pointer, state.scopes.oldestStart ?? qb_recorder_position(recorder.pointer))
    for connection in state.connections where detail == .counts {
      qb_trace_forget_counts(connection.trace, state.scopes.lowestOpen, state.scopes.isIdle)
    }
    state.scopes.forgetIfIdle()
  }
}
