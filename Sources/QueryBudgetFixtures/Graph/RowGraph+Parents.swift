import QueryBudget
import QueryBudgetSQLite

extension RowGraph {
  /// Gives rows their parents by one foreign key.
  mutating func fill(
    _ key: ForeignKey,
    of rows: RowSet,
    path: [RowSet]
  ) throws {
    let columns = key.columns.map(rows.spelled)
    if columns.contains(where: { rows.table.column($0)?.isGenerated == true }) { return }
    if columns.contains(where: { rows.plan[$0] == .null }) {
      leaveEmpty(columns, of: rows)
      return
    }
    guard let parent = try catalog.table(key.parentTable) else {
      throw FixtureError(
        "\(rows.table.displayName).\(key.columns.joined(separator: ", ")) refers to a table that is "
          + "not there, \(key.parentTable): create that table first.",
        table: rows.table.displayName, column: columns.first)
    }
    guard parent.kind != .view else {
      throw FixtureError(
        "\(key) is no foreign key that SQLite can follow, since \(key.parentTable) is a view: let "
          + "it refer to the table that the view reads.",
        table: rows.table.displayName, column: columns.first)
    }
    let bound = columns.map { rows.sources[$0] }
    let links = bound.compactMap { source -> RowLink? in
      if case .link(let link)? = source { link } else { nil }
    }
    if let missing = Self.rowsLeftOut(bound) {
      return try fillWhatIsLeftOut(missing, key, parent, of: rows)
    }
    if bound.allSatisfy({ $0 != nil }) {
      // The caller's own values are the caller's affair, and those of a relative may do.
      guard links.count == columns.count else { return }
      if let met = LinkTrace.meet(links, in: parent, columns: key.parentColumns) {
        rows.parents.append((key, met))
        return
      }
    }
    let isFree = bound.allSatisfy { $0 == nil }
    if try isFree && fillFromOthers(key, parent, of: rows, path: path) { return }
    if fillFromRelative(key, parent, of: rows, bound, path: path) { return }
    if rows.table.displayName == parent.displayName {
      fillFromItself(key, of: rows)
    } else {
      try makeParents(key, parent, of: rows, bound, path: path)
    }
  }

  /// Makes a parent for each row, or as many as there can be.
  private mutating func makeParents(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet,
    _ bound: [ColumnSource?],
    path: [RowSet]
  ) throws {
    var sources: [String: ColumnSource] = [:]
    for (target, source) in zip(key.parentColumns, bound) {
      if let source { sources[parent.column(target)?.name ?? target] = source }
    }
    // What only one row may refer to can't be shared: the error says that there are too few.
    let mayShare = sources.isEmpty && !rows.table.isUnique(key) || mayBeEmpty(key, of: rows)
    if mayShare, let room = try catalog.room(tooSmallFor: rows.count, in: parent) {
      return try shareParents(key, parent, of: rows, room: room)
    }
    let sets = self
    do {
      let parents = try make(
        parent, count: rows.count, sources: sources,
        conditions: rows.table.checks(onParentOf: key, in: parent), for: key, path: path)
      link(rows, key, to: parents, .own)
    } catch let error as FixtureError {
      // A table of a few rows, such as one of kinds: its rows are shared by turns.
      guard let room = error.room, room < rows.count, mayShare else { throw error }
      self = sets
      try shareParents(key, parent, of: rows, room: room)
    }
  }

  private mutating func shareParents(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet,
    room: Int
  ) throws {
    if rows.table.isUnique(key) { return leaveEmpty(key.columns.map(rows.spelled), of: rows) }
    let existing = try catalog.values(
      of: key.parentColumns, in: parent, limit: rows.count)
    if existing.isEmpty {
      let parents = try make(
        parent, count: max(room, 1), sources: [:],
        conditions: rows.table.checks(onParentOf: key, in: parent), path: [])
      return link(rows, key, to: parents, .around(parents.count))
    }
    for (index, column) in key.columns.enumerated() {
      rows.sources[rows.spelled(column)] = .given(
        (0..<rows.count).map { existing[$0 % existing.count][index] })
    }
  }
}

extension ColumnSource {
  /// Whether all rows have one value.
  var isConstant: Bool {
    if case .given(let values) = self { values.count == 1 } else { false }
  }
}
