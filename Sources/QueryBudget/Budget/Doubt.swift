/// A reason why a run could not have failed.
public enum Doubt: Sendable, Hashable {
  /// The recorder is attached to no connection.
  case noConnection

  /// The budget has no line.
  case nothingBudgeted

  /// No table had more rows at a larger scale of this axis.
  case nothingGrew(Axis)

  /// No statement ran at any scale.
  case nothingRan

  /// Statements ran the first time only.
  case ranOnlyOnce

  /// Fewer queries ran at a larger scale of this axis.
  case countsFell(Axis, counts: [Int])

  /// Statements ran, and none of them found a row at any scale.
  case nothingFound

  /// A statement returned as many rows as a page has, and no more.
  case pageLimit(Axis, size: Int, rows: [Int], Fingerprint)

  /// A statement with a condition on a table that grew returned the same rows.
  case leftOut(Axis, table: String, tableRows: [Int], rows: [Int], Fingerprint)

  /// The rows that were read stopped growing.
  case rowsStoppedGrowing(Axis, rows: [Int])

  /// All rows that were added have one parent, so that a query per parent runs once.
  case sharedParent(SharedParent)

  /// Two runs on the same rows ran different statements.
  case runsDiffer(Scale, [RunDifference])

  /// The work of this statement could not be measured, and there is a budget for it.
  case workUnknown(Fingerprint)

  /// Statements ran that could not be told to belong to this recording.
  case unattributed(Int)
}
