public import QueryBudgetSQLite

/// Asserts that every change of guarded tables has its entry in an audit log, by the same
/// transaction, with old and new values.
///
/// ```swift
/// try assertAudited("rename", ["article"], in: "auditEntry", on: recorder) {
///   try editor.rename(1, to: "Final")
/// }
/// ```
///
/// What changed is known from the database itself: each row, also those that a cascade or a trigger
/// changes. The code is called twice, and once more for each line that writes an entry, which fails
/// then: the change must not stay without it. The test also fails when no guarded row changes.
///
/// A row that changes several times in one transaction needs an entry for each change, or one for
/// all of them; one whose values are what they were needs none. Values count as the same however
/// they are written: `1` and `true`, a date as a text or in seconds, a blob in hex or Base64.
/// `prepare` is called before each call, for what the code keeps outside of the database, which is
/// put back at the end.
///
/// Of the log a name is enough where its columns have usual names. `ignoring` are columns that it
/// may leave out, such as `"article.updatedAt"`, and `masking` those whose values it must not hold,
/// such as `"reader.password"`.
///
/// Answers what the code returned when nothing failed; nil when the contract could not be checked,
/// which fails the test as well. Throws what the code throws when nothing was made to fail.
@discardableResult
public func assertAudited<Value>(
  _ name: String,
  _ tables: [String],
  in log: AuditLog,
  ignoring: [String] = [],
  masking: [String] = [],
  on recorder: StatementRecorder,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Value
) throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try location.judgingContract {
    var session = try AuditedSession<Value>(
      name, tables, in: log, ignoring: ignoring, masking: masking, on: recorder)
    return try session.run(preparing: prepare, call: call)
  }
}

/// Asserts that every change that async code makes to guarded tables has its entry in an audit log.
///
/// As its sync twin.
@discardableResult
public func assertAudited<Value>(
  _ name: String,
  _ tables: [String],
  in log: AuditLog,
  ignoring: [String] = [],
  masking: [String] = [],
  on recorder: StatementRecorder,
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
    var session = try AuditedSession<Value>(
      name, tables, in: log, ignoring: ignoring, masking: masking, on: recorder)
    return try await session.run(isolation: isolation, preparing: prepare, call: call)
  }
}
