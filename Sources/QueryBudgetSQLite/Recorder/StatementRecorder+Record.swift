public import QueryBudget

extension StatementRecorder {
  /// Records what `body` runs.
  ///
  /// ```swift
  /// let recording = try recorder.record { try store.articles() }
  /// ```
  ///
  /// Throws what `body` throws, or a ``RecorderError`` when statements were missed.
  public func record<Value>(_ body: () throws -> Value) throws -> Recording {
    let recorded = recordResult(body)
    _ = try recorded.value
    return recorded.recording
  }

  /// Records what `body` runs, on whatever task or thread, until it returns.
  ///
  /// ```swift
  /// let recording = try await recorder.record { try await client.get("/api/articles") }
  /// ```
  ///
  /// Throws what `body` throws, or a ``RecorderError`` when statements were missed.
  public func record<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
  ) async throws -> Recording {
    let recorded = await recordResult(isolation: isolation, body)
    _ = try recorded.value
    return recorded.recording
  }

  /// Records what `body` runs, and keeps both its value and the recording, whichever way it ends.
  public func recordResult<Value>(_ body: () throws -> Value) -> RecordedResult<Value> {
    recordResult(keeping: [], body)
  }

  /// The same, and what is asked for of each statement beside.
  package func recordResult<Value>(
    keeping: Keeping,
    _ body: () throws -> Value
  ) -> RecordedResult<Value> {
    let open = openScope(keeping: keeping)
    let result = Result {
      try RecordingScope.$current.withValue(open.scope, operation: body)
    }
    return finish(open, result)
  }

  /// Records what `body` runs, and keeps both its value and the recording, whichever way it ends.
  public func recordResult<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
  ) async -> RecordedResult<Value> {
    await recordResult(isolation: isolation, keeping: [], body)
  }

  /// The same, and what is asked for of each statement beside.
  package func recordResult<Value>(
    isolation: isolated (any Actor)? = #isolation,
    keeping: Keeping,
    _ body: () async throws -> Value
  ) async -> RecordedResult<Value> {
    let open = openScope(keeping: keeping)
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await RecordingScope.$current.withValue(open.scope, operation: body))
    } catch {
      result = .failure(error)
    }
    return finish(open, result)
  }

  /// Leaves what `body` runs out of every recording that is open: rows to measure with, say.
  public func withoutRecording<Value>(_ body: () throws -> Value) rethrows -> Value {
    let open = openScope(discarded: true)
    defer { closeScope(open) }
    return try RecordingScope.$current.withValue(open.scope, operation: body)
  }

  /// Leaves what `body` runs out of every recording that is open: rows to measure with, say.
  public func withoutRecording<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
  ) async rethrows -> Value {
    let open = openScope(discarded: true)
    defer { closeScope(open) }
    return try await RecordingScope.$current.withValue(open.scope, operation: body)
  }

  private func finish<Value>(
    _ open: OpenScope,
    _ result: Result<Value, any Error>
  ) -> RecordedResult<Value> {
    let problem = problem()
    return RecordedResult(result: result, taken: takeScope(open), problem: problem)
  }
}

/// How a recorded body ended, and what it ran.
public struct RecordedResult<Value> {
  /// What the body returned or threw.
  public let result: Result<Value, any Error>

  /// What ran, also when the body threw.
  public var recording: Recording { taken.recording }

  /// What ran, and what belongs to it and nobody shows.
  package let taken: TakenRecording

  /// Why the recording can't be trusted, if it can't.
  public let problem: RecorderError?

  /// The value of the body; throws what the body threw, or else the problem.
  public var value: Value {
    get throws {
      let value = try result.get()
      if let problem { throw problem }
      return value
    }
  }
}

extension RecordedResult: Sendable where Value: Sendable {}
