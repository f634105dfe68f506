public import QueryBudgetSQLite

/// Asserts that code that was killed at any of its statements and is run again ends where one run
/// ends.
///
/// ```swift
/// try await assertRetrySafe(
///   "send invoice", on: recorder, ignoring: ["invoice.attempts"],
///   preparing: { mailer.reset() }, effects: { mailer.sent }
/// ) {
///   try await job.run(invoice)
/// }
/// ```
///
/// The code is called once for each of its statements, and killed there: the statement does not
/// happen, nor does anything after it, and an open transaction is rolled back. Then it is called
/// again, and every row has to be what one call leaves. The second call must not throw, unless one
/// behind a whole call throws the same.
///
/// What it did outside of the database is compared as well where `effects` answers all of it so
/// far, such as the mails that a mailer for tests was given; then the code is also killed right
/// behind each transaction, before what comes next. The test also fails when a call changes
/// nothing, or when two calls from the same rows end differently.
///
/// Values that come out differently in any two runs are no differences: the current time, random
/// keys and tokens, generated ids. Name what else may differ in `ignoring`: a column as
/// `"job.attempts"`, or a whole table as `"attempt"`. `prepare` is called whenever the database was
/// put back, and not before the second call: empty there what the code keeps outside of it, and
/// what your doubles remember.
///
/// Answers what the code returned when it was not killed; nil when the contract could not be
/// checked, which fails the test as well. Throws what the code throws when it was not killed.
@discardableResult
public func assertRetrySafe<Value>(
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
    var session = try RetrySession<Value>(name, on: recorder, ignoring: ignoring)
    return try session.run(preparing: prepare, effects: effects, call: call)
  }
}

/// Asserts that async code that was killed at any of its statements and is run again ends where one
/// run ends.
///
/// As its sync twin.
@discardableResult
public func assertRetrySafe<Value>(
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
    var session = try RetrySession<Value>(name, on: recorder, ignoring: ignoring)
    return try await session.run(
      isolation: isolation, preparing: prepare, effects: effects, call: call)
  }
}
