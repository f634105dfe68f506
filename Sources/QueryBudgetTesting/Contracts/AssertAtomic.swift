public import QueryBudgetSQLite

/// Asserts that code writes all that it has to write, or nothing.
///
/// ```swift
/// try await assertAtomic("activate", on: recorder) {
///   try await service.activate(reader, plan: .monthly)
/// }
/// ```
///
/// The code is called once for each write that it makes, and that write fails; and once for each commit.
/// Afterwards every row of the database has to be what it was before the call. Code that tries again
/// until all is written keeps the contract as well. The test also fails when nothing is written, or when
/// no row is changed.
///
/// Only that statement fails; its transaction stays open, as behind a constraint. Where the code takes
/// back by hand what it had written, the writes that do so fail as well. All calls begin with the same
/// rows, and the database is put back at the end. `prepare` is called before each call, for what the code
/// keeps outside of the database, or for rows.
///
/// `ignoring` names tables, and columns as `table.column`, that a failure may leave otherwise, such as a
/// log of failures; writes to these tables are not made to fail.
///
/// Answers what the code returned when nothing failed; nil when the contract could not be checked, which
/// fails the test as well. Throws what the code throws when nothing was made to fail.
@discardableResult
public func assertAtomic<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Value
) throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try location.judgingContract {
    var session = try AtomicSession<Value>(name, on: recorder, ignoring: ignoring)
    return try session.run(preparing: prepare, call: call)
  }
}

/// Asserts that async code writes all that it has to write, or nothing.
///
/// As its sync twin.
@discardableResult
public func assertAtomic<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Value
) async throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try await location.judgingContract(isolation: isolation) {
    var session = try AtomicSession<Value>(name, on: recorder, ignoring: ignoring)
    return try await session.run(isolation: isolation, preparing: prepare, call: call)
  }
}
