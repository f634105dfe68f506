import QueryBudget

/// The way that a value takes from the column where it is first written to the one that has it.
struct LinkTrace {
  /// A column whose value it is.
  struct Point {
    let rows: RowSet
    let column: String
    /// How its row is found.
    let maps: [RowMap]
  }

  /// From the nearest to the first.
  private(set) var points: [Point] = []

  init(_ link: RowLink) {
    var maps: [RowMap] = []
    var next: RowLink? = link
    while let link = next {
      maps.append(link.map)
      next = nil
      switch link.target {
      case .link(let further): next = further
      case .column(let column):
        points.append(Point(rows: link.rows, column: column, maps: maps))
        if case .link(let further)? = link.rows.sources[link.rows.spelled(column)],
          further.map.offset == 0
        {
          next = further
        }
      }
    }
  }

  /// Whether the values of all these links are those of one row of a table in these columns.
  static func meet(_ links: [RowLink], in table: FixtureTable, columns: [String]) -> Bool {
    let traces = links.map { LinkTrace($0) }
    guard let first = traces.first else { return false }
    return first.points.contains { start in
      zip(traces, columns).allSatisfy { trace, column in
        trace.points.contains { point in
          point.rows === start.rows && point.maps == start.maps
            && CaseFolding.areEqual(point.rows.table.displayName, table.displayName)
            && CaseFolding.areEqual(point.column, column)
        }
      }
    }
  }
}
