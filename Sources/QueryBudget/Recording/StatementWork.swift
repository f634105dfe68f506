/// What the database did to run a statement: the same at every run, unlike time.
///
/// ```swift
/// if let work = tally.work, work.automaticIndexRows > 0 { print("an index is missing") }
/// ```
///
/// <https://www.sqlite.org/c3ref/c_stmtstatus_counter.html>
public struct StatementWork: Sendable, Hashable {
  /// How many times it went on to the next row of a table that it read without an index.
  public let fullScanSteps: Int

  /// How many times it sorted.
  public let sorts: Int

  /// How many times it went on to the next row while it made an index for itself.
  public let automaticIndexRows: Int

  /// How many steps of SQLite's virtual machine it took; they differ between versions of SQLite.
  public let vmSteps: Int

  /// Work of these amounts.
  public init(
    fullScanSteps: Int = 0,
    sorts: Int = 0,
    automaticIndexRows: Int = 0,
    vmSteps: Int = 0
  ) {
    self.fullScanSteps = fullScanSteps
    self.sorts = sorts
    self.automaticIndexRows = automaticIndexRows
    self.vmSteps = vmSteps
  }

  /// The work of two runs together.
  public static func + (one: StatementWork, other: StatementWork) -> StatementWork {
    StatementWork(
      fullScanSteps: one.fullScanSteps + other.fullScanSteps,
      sorts: one.sorts + other.sorts,
      automaticIndexRows: one.automaticIndexRows + other.automaticIndexRows,
      vmSteps: one.vmSteps + other.vmSteps
    )
  }

  /// The work of two runs together; nil when that of either is not known.
  package static func sum(_ one: StatementWork?, _ other: StatementWork?) -> StatementWork? {
    guard let one, let other else { return nil }
    return one + other
  }
}
