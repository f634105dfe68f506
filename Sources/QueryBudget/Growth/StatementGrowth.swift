/// How often one statement runs, depending on what grows.
public struct StatementGrowth: Sendable, Hashable {
  /// What follows from its text.
  public let shape: StatementShape

  /// One text that has this fingerprint.
  public let sql: String

  /// How many times it ran at each scale.
  public let runs: [Int]

  /// How many rows all its runs returned at each scale.
  public let rows: [Int]

  /// The law of its runs.
  public let law: GrowthLaw

  /// The law of its rows.
  public let rowsLaw: GrowthLaw

  /// The growth of one fingerprint: its runs and rows at each scale.
  public init(
    shape: StatementShape,
    sql: String,
    runs: [Int],
    rows: [Int],
    at scales: [Scale],
    on axes: [Axis]
  ) {
    self.shape = shape
    self.sql = sql
    self.runs = runs
    self.rows = rows
    law = GrowthLaw(counts: runs, at: scales, on: axes)
    rowsLaw = GrowthLaw(counts: rows, at: scales, on: axes)
  }
}
