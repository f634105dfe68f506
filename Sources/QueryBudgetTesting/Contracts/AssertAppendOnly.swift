public import QueryBudgetSQLite

/// Asserts that no row of a table can be changed or deleted: the database itself refuses it.
///
/// ```swift
/// assertAppendOnly("auditEntry", on: recorder)
/// ```
///
/// It is tried for real, on a copy of each database that has the table: an UPDATE of each column of
/// each row, DELETE, `INSERT OR REPLACE` by every unique key (which runs no delete trigger), and
/// what foreign keys do when a parent goes or gets another key. Inserting has to work, and a
/// refusal has to be an error: a trigger that says `RAISE(IGNORE)` has the writer believe that it
/// is done. Rows are added to try it with, from the schema alone. A temporary trigger doesn't
/// count, since other connections don't meet it.
///
/// The database is not touched. Each failure shows the statement that gets through and the trigger
/// that refuses it, ready to paste. A table that isn't there, or in which no row can be made, fails
/// the test as well. Dropping the table or its triggers can't be refused by a database, and is not
/// tried.
public func assertAppendOnly(
  _ table: String,
  on recorder: StatementRecorder,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  do {
    if let failure = try verifyAppendOnly(table, on: recorder).failure { location.fail(failure) }
  } catch {
    location.fail(error.description)
  }
}
