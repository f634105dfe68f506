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
    !awaited(by: rows, among: waiting).isEmpty
      || rows.sources.keys.contains { isUnknown($0, of: rows, waiting) }
  }

  /// The parents of rows that aren't there yet.
  private static func awaited(
    by rows: RowSet,
    among waiting: [RowSet]
  ) -> [(key: ForeignKey, rows: RowSet)] {
    rows.parents.filter { key, parents in
      parents !== rows && !rows.opened.contains(key)
        && waiting.contains { $0 === parents }
    }
  }

  /// Whether a column is to hold the rowid of a row that has none yet.
  private static func isUnknown(_ column: String, of rows: RowSet, _ waiting: [RowSet]) -> Bool {
    guard !rows.later.contains(column), let origin = origin(of: column, of: rows) else {
      return false
    }
    return origin.rows !== rows && !origin.rows.choosesRowids
      && origin.column == origin.rows.table.rowidColumn
      && waiting.contains { $0 === origin.rows }
  }

  private static func origin(of column: String, of rows: RowSet) -> LinkTrace.Point? {
    guard case .link(let link)? = rows.sources[column] else { return nil }
    return LinkTrace(link).origin
  }

  /// Takes one foreign key out of the circle: a deferred one is written ahead of its parent, one
  /// that may be NULL is set when all rows are there.
  private static func openCircle(among waiting: [RowSet]) throws {
    for isDeferred in [true, false] {
      for rows in waiting {
        for (key, _) in awaited(by: rows, among: waiting)
        where rows.table.isDeferred(key) == isDeferred {
          guard isDeferred || leave(key, of: rows, among: waiting) else { continue }
          rows.opened.insert(key)
          // What it holds has to be known before its parent is there.
          for column in key.columns.map(rows.spelled) where isUnknown(column, of: rows, waiting) {
            origin(of: column, of: rows)?.rows.choosesRowids = true
          }
          return
        }
      }
    }
    // Nobody waits for a parent, but for a rowid that others have to be given.
    let unknown = waiting.flatMap { rows in
      rows.sources.keys.filter { isUnknown($0, of: rows, waiting) }
        .compactMap { origin(of: $0, of: rows)?.rows }
    }
    guard awaitedByNone(waiting), !unknown.isEmpty else { throw circle(waiting) }
    for rows in unknown { rows.choosesRowids = true }
  }

  private static func awaitedByNone(_ waiting: [RowSet]) -> Bool {
    waiting.allSatisfy { awaited(by: $0, among: waiting).isEmpty }
  }

  /// Leaves a foreign key empty at first, by a column that may be NULL and isn't part of another.
  private static func leave(_ key: ForeignKey, of rows: RowSet, among waiting: [RowSet]) -> Bool {
    let empty = key.columns.map(rows.spelled).last { column in
      guard case .link? = rows.sources[column] else { return false }
      return rows.table.mayBeNull(column)
    }
    if let empty { rows.later.insert(empty) }
    return empty != nil
  }

  private static func circle(_ waiting: [RowSet]) -> FixtureError {
    // From any of them along what it waits for, until one comes again.
    var path: [(rows: RowSet, column: String)] = []
    var rows = waiting.first { !awaited(by: $0, among: waiting).isEmpty } ?? waiting[0]
    while !path.contains(where: { $0.rows === rows }) {
      guard let next = awaited(by: rows, among: waiting).first else { break }
      path.append((rows, next.key.columns[0]))
      rows = next.rows
    }
    let circle = path.drop { $0.rows !== rows }
    let steps = circle.map { "\($0.rows.table.displayName).\($0.column)" }
    let name = steps.first ?? rows.table.displayName
    return FixtureError(
      "\(steps.joined(separator: ", ")) refer to one another and none of them may be NULL, so that "
        + "no row can be the first: declare one of these foreign keys DEFERRABLE INITIALLY "
        + "DEFERRED or let it be NULL, or give \(name) the key of a row that is there.",
      table: rows.table.displayName, column: circle.first?.column)
  }
}
