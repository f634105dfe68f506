/// How much the work of statements may grow where their number does not.
///
/// ```swift
/// let result = GrowthResult(measurement, budget: .constant, work: .proportional)
/// #expect(result.work == .proportional)
/// ```
public struct WorkBudget: Sendable, Hashable {
  enum Limit: Sendable, Hashable {
    case none
    case reported
    case proportional
    case measures(fullScanSteps: GrowthBudget, sorts: GrowthBudget, vmSteps: GrowthBudget)
  }

  let limit: Limit

  /// Any work; what is out of proportion is a warning and fails nothing: the default.
  public static let reported = WorkBudget(limit: .reported)

  /// Any work, by design; nothing is said of it.
  public static let unlimited = WorkBudget(limit: .none)

  /// Whether it may be exceeded.
  var isLimited: Bool { limit != .none && limit != .reported }

  /// As many rows are visited for each row returned, however many there are, and no index is built
  /// on the way: what a list may cost.
  public static let proportional = WorkBudget(limit: .proportional)

  /// The same work however many rows there are: what one record by its key may cost. Steps of the
  /// virtual machine count between the last two scales: the only row of an index takes fewer.
  public static let constant = WorkBudget.atMost(
    fullScanSteps: .constant, sorts: .constant, vmSteps: .constant)

  /// At most so much more work for each row, over all statements together.
  ///
  /// `fullScanSteps` are the steps through a table without the help of an index, `sorts` the sorts
  /// that no index saves, `vmSteps` the steps of SQLite's virtual machine, whose number depends on
  /// the version of SQLite. <https://www.sqlite.org/c3ref/c_stmtstatus_counter.html>
  public static func atMost(
    fullScanSteps: GrowthBudget = .unlimited,
    sorts: GrowthBudget = .unlimited,
    vmSteps: GrowthBudget = .unlimited
  ) -> WorkBudget {
    WorkBudget(limit: .measures(fullScanSteps: fullScanSteps, sorts: sorts, vmSteps: vmSteps))
  }
}
