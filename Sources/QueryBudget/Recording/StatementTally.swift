/// All executions in a recording that share one fingerprint.
public struct StatementTally: Sendable, Hashable {
  /// The shape that they share.
  public let shape: StatementShape

  /// One text that has this fingerprint: the first that ran.
  public let sql: String

  /// How many times it ran.
  public package(set) var runs: Int

  /// How many rows all runs returned together.
  public package(set) var rows: Int

  /// What the database did for all runs together; nil when that of any run is not known.
  public package(set) var work: StatementWork?

  /// Tallies executions of one fingerprint.
  public init(
    shape: StatementShape,
    sql: String,
    runs: Int,
    rows: Int = 0,
    work: StatementWork? = nil
  ) {
    self.shape = shape
    self.sql = sql
    self.runs = runs
    self.rows = rows
    self.work = work
  }
}

extension StatementTally {
  /// Adds up tallies of the same fingerprint, in the order in which each appears first.
  static func merging(_ tallies: some Sequence<StatementTally>) -> [StatementTally] {
    var merged: [StatementTally] = []
    var places: [Fingerprint: Int] = [:]
    for tally in tallies {
      if let place = places[tally.shape.fingerprint] {
        merged[place].runs += tally.runs
        merged[place].rows += tally.rows
        merged[place].work = .sum(merged[place].work, tally.work)
      } else {
        places[tally.shape.fingerprint] = merged.count
        merged.append(tally)
      }
    }
    return merged
  }
}
