/// A statement that works more the more rows there are, beyond what its result asks for.
public struct WorkFinding: Sendable, Hashable {
  /// What there is too much of.
  public enum Measure: Sendable, Hashable {
    /// Rows that are visited for each row returned.
    case visits

    /// Rows of an index that SQLite builds for each run, and throws away.
    case automaticIndex

    /// Steps through a table without the help of an index.
    case fullScanSteps

    /// Sorts that no index saves.
    case sorts

    /// Steps of SQLite's virtual machine.
    case vmSteps
  }

  /// The statement.
  public let statement: StatementGrowth

  /// What there is too much of.
  public let measure: Measure

  /// How much of it there was in each run of the measurement.
  public let amounts: [Int]
}

extension QueryGrowth {
  /// The statements whose work is out of proportion to what they return, whatever the budget says.
  public var disproportions: [WorkFinding] {
    statements.flatMap { statement -> [WorkFinding] in
      guard let work = statement.work else { return [] }
      let indexed = work.map(\.automaticIndexRows)
      if let last = indexed.last, last > 0 {
        return [WorkFinding(statement: statement, measure: .automaticIndex, amounts: indexed)]
      }
      // A write without a condition visits what it changes.
      guard
        statement.shape.kind == .read || statement.shape.fingerprint.sql.contains(" WHERE ")
      else { return [] }
      let visits = zip(work, statement.runs).map { $0.fullScanSteps + $1 }
      let outOfProportion = measurement.axes.contains { axis in
        let series = measurement.series(along: axis)
        return Self.rises(series.map { visits[$0] }, against: series.map { statement.rows[$0] })
      }
      return outOfProportion
        ? [WorkFinding(statement: statement, measure: .visits, amounts: visits)] : []
    }
  }

  /// Whether more is visited for each row at the end, by more than a quarter: what is returned
  /// varies by a row or two where the rows pass a filter by chance.
  private static func rises(_ visits: [Int], against rows: [Int]) -> Bool {
    guard let lastVisits = visits.last, let lastRows = rows.last else { return false }
    func isLess(_ index: Int) -> Bool {
      lastVisits * max(1, rows[index]) * 4 > visits[index] * max(1, lastRows) * 5
    }
    return visits.count > 1 && isLess(0) && isLess(visits.count - 2)
  }
}
