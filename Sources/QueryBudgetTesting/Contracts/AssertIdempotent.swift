public import QueryBudgetSQLite

/// Asserts that running code twice leaves what running it once leaves.
///
/// ```swift
/// try await assertIdempotent("POST /webhooks", on: recorder) {
///   try await client.post("/webhooks", event)
/// }
/// ```
///
/// The code is called twice in a row; the second call must change no row. What it did outside of
/// the database is compared as well where `effects` answers all of it so far, such as the mails
/// that a mailer for tests was given. The test also fails when the first call changes nothing, or
/// when two calls from the same rows end differently.
///
/// Values that come out differently in any two runs are no differences: the current time, random
/// keys and tokens, generated ids. Name what else may differ in `ignoring`: a column as
/// `"job.attempts"`, or a whole table as `"attempt"`. `prepare` is called whenever the database was
/// put back, and not before the second call: empty there what the code keeps outside of it.
///
/// Answers what the code returned the first time; nil when the contract could not be checked, which
/// fails the test as well. Throws what the first call throws; where the second is to refuse with an
/// error, catch that in the closure.
@discardableResult
public func assertIdempotent<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () throws -> Void = {},
  effects: () throws -> [String] = { [] },
  _ call: () throws -> Value
) throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try location.judgingContract {
    var session = try IdempotentSession<Value>(name, on: recorder, ignoring: ignoring)
    return try session.run(preparing: prepare, effects: effects, call: call)
  }
}

/// Asserts that running async code twice leaves what running it once leaves.
///
/// As its sync twin.
@discardableResult
public func assertIdempotent<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () async throws -> Void = {},
  effects: () async throws -> [String] = { [] },
  _ call: () async throws -> Value
) async throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try await location.judgingContract(isolation: isolation) {
    var session = try IdempotentSession<Value>(name, on: recorder, ignoring: ignoring)
    return try await session.run(
      isolation: isolation, preparing: prepare, effects: effects, call: call)
  }
}
