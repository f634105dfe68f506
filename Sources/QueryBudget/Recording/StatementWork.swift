/// What the engine did for statements, beside returning rows.
public struct StatementWork: Sendable, Hashable {
  /// Steps through a table without the help of an index.
  public var fullScanSteps = 0
  /// Sorts that no index saved.
  public var sorts = 0
  /// Rows of indexes that SQLite built for one run.
  public var automaticIndexRows = 0
  /// Steps of SQLite's virtual machine.
  public var vmSteps = 0

  /// No work.
  public init() {}

  /// The work of both together.
  public static func + (left: StatementWork, right: StatementWork) -> StatementWork { left }
}

extension StatementTally {
  /// Not measured yet.
  public var work: StatementWork? { nil }
}
