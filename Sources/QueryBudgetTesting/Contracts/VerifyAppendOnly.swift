public import QueryBudget
import QueryBudgetFixtures
public import QueryBudgetSQLite

/// Finds out whether rows of a table can be changed or deleted, as a value; no test fails.
///
/// ```swift
/// let result = try verifyAppendOnly("auditEntry", on: recorder)
/// #expect(result.verdict == .kept)
/// ```
///
/// Throws a `HarnessError` when that can't be tried: there is no such table, or no row can be made.
public func verifyAppendOnly(
  _ table: String,
  on recorder: StatementRecorder
) throws(HarnessError) -> ContractResult {
  var check = AppendOnlyCheck(table, on: recorder) { table, handle in
    do {
      try Fixtures(handle: handle).create(table, count: 2)
      return .added
    } catch let error as FixtureError where error.isByTrigger {
      return .refused(error.description)
    } catch {
      return .failed("\(error)")
    }
  }
  return try check.run()
}
