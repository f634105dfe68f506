import QueryBudget

/// In which order rows are written, so that nobody refers to a row that isn't there.
struct WriteOrder {
  private(set) var sets: [RowSet] = []

  /// Sorts rows; where they refer to one another in a circle, foreign keys that are looked at later
  /// or may be NULL give way.
  ///
  /// Throws a ``FixtureError`` that names the circle where none can.
  init(_ all: [RowSet]) throws {
    var waiting = all
    while !waiting.isEmpty {
      let ready = waiting.filter { rows in !Self.waits(rows, for: waiting) }
      if ready.isEmpty {
        try Self.openCircle(among: waiting)
      } else {
        sets += ready
        waiting.removeAll { rows in ready.contains { $0 === rows } }
      }
    }
  }

  private static func waits(_ rows: RowSet, for waiting: [RowSet]) -> Bool {
    links(of: rows).contains { _, link in
      isWaiting(link, rows, waiting)
    }
  }

  private static func isWaiting(_ link: RowLink, _ rows: RowSet, _ waiting: [RowSet]) -> Bool {
    var next: RowLink? = link
    while let link = next {
      if link.rows !== rows, waiting.contains(where: { $0 === link.rows }) { return true }
      next = if case .link(let further) = link.target { further } else { nil }
    }
    return false
  }

  private static func links(of rows: RowSet) -> [(column: String, link: RowLink)] {
    rows.table.columns.compactMap { column in
      guard !rows.later.contains(column.name), !rows.ahead.contains(column.name),
        case .link(let link)? = rows.sources[column.name]
      else { return nil }
      return (column.name, link)
    }
  }

  /// Takes one foreign key out of the circle: a deferred one is written ahead of its parent, one
  /// that may be NULL is set when all rows are there.
  private static func openCircle(among waiting: [RowSet]) throws {
    for isDeferred in [true, false] {
      for rows in waiting {
        for reference in rows.table.references where reference.isDeferred == isDeferred {
          let columns = reference.key.columns.map(rows.spelled)
          let open = links(of: rows).filter { columns.contains($0.column) }
            .filter { isWaiting($0.link, rows, waiting) }
          guard !open.isEmpty else { continue }
          if isDeferred {
            for (column, link) in open {
              rows.ahead.insert(column)
              link.rows.choosesRowids = true
            }
            return
          }
          let empty = open.filter { rows.table.column($0.column)?.isNotNull == false }
          guard let column = empty.first?.column else { continue }
          rows.later.insert(column)
          return
        }
      }
    }
    throw circle(waiting)
  }

  private static func circle(_ waiting: [RowSet]) -> FixtureError {
    // From any of them along what it waits for, until one comes again.
    var path: [(rows: RowSet, column: String)] = []
    var rows = waiting[0]
    while !path.contains(where: { $0.rows === rows }) {
      let next = links(of: rows).first { isWaiting($0.link, rows, waiting) }
      guard let next else { break }
      path.append((rows, next.column))
      rows = next.link.rows
    }
    let start = path.firstIndex { $0.rows === rows } ?? 0
    let steps = path[start...].map { "\($0.rows.table.displayName).\($0.column)" }
    let first = path[start]
    return FixtureError(
      "\(steps.joined(separator: ", ")) refer to one another and none of them may be NULL, so that "
        + "no row can be the first: declare one of these foreign keys DEFERRABLE INITIALLY "
        + "DEFERRED or let it be NULL, or give \(first.rows.table.displayName)."
        + "\(first.column) the key of a row that is there.",
      table: first.rows.table.displayName, column: first.column)
  }
}
