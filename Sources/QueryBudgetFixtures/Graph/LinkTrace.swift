import QueryBudget

/// The way that a value takes from the column where it is first written to the one that has it.
struct LinkTrace {
  /// A column whose value it is.
  struct Point {
    let rows: RowSet
    let column: String
    /// How its row is found.
    let maps: [RowMap]

    /// Whether it is the same column of the same row, by whatever way.
    func isSame(as other: Point) -> Bool {
      rows === other.rows && CaseFolding.areEqual(column, other.column)
        && maps.filter { $0 != .own } == other.maps.filter { $0 != .own }
    }
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
        let isKnown = points.contains { $0.rows === link.rows && $0.column == column }
        guard !isKnown else { return }
        points.append(Point(rows: link.rows, column: column, maps: maps))
        if case .link(let further)? = link.rows.sources[link.rows.spelled(column)],
          further.map.offset == 0
        {
          next = further
        }
      }
    }
  }

  /// The rows of a table that have the values of all these links in these columns, each in one row;
  /// nil where they don't belong together.
  static func meet(
    _ links: [RowLink],
    in table: FixtureTable,
    columns: [String]
  ) -> RowSet? {
    let traces = links.map { LinkTrace($0) }
    return traces.first?.points.first { start in
      zip(traces, columns).allSatisfy { trace, column in
        trace.points.contains { point in
          point.rows === start.rows && point.maps == start.maps
            && point.rows.table.displayName == table.displayName
            && CaseFolding.areEqual(point.column, column)
        }
      }
    }?.rows
  }

  /// Whether a column holds what a source gives other rows, of which each belongs to one of these.
  static func agrees(_ source: ColumnSource, with column: String, of rows: RowSet) -> Bool {
    switch source {
    case .given(let values):
      guard case .given(let others)? = rows.sources[rows.spelled(column)] else { return false }
      return values == others
    case .link(let link):
      let own = LinkTrace(RowLink(rows: rows, map: .own, target: .column(column)))
      return LinkTrace(link).points.contains { point in own.points.contains { $0.isSame(as: point) }
      }
    }
  }

  /// Where the value is first written.
  var origin: Point? { points.last }
}
