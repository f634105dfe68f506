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

  /// Takes what is shared, or asked for by itself.
  private mutating func fillFromOthers(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet,
    path: [RowSet]
  ) throws -> Bool {
    if let values = try sharing.values(for: key, catalog: catalog) {
      for (column, value) in zip(key.columns, values) {
        rows.sources[rows.spelled(column)] = .given([value])
      }
      return true
    }
    let isSelf = rows.table.displayName == parent.displayName
    if let pool = pools[parent.displayName], !isSelf,
      Set(rows.table.checks(onParentOf: key, in: parent)).isSubset(of: pool.conditions),
      let map = poolMap(of: pool, for: rows, key)
    {
      let isTaken = isLinked(key, to: pool, besides: rows)
      if rows.table.isUnique(key), isTaken || pool.count < rows.count {
        if mayBeEmpty(key, of: rows) {
          leaveEmpty(key.columns.map(rows.spelled), of: rows)
          return true
        }
        // Each of them has its row already: others get parents of their own.
        if isTaken { return false }
      }
      link(rows, key, to: pool, map)
      return true
    }
    if sharing.covers(key), !isSelf {
      let shared =
        try sharing.made[sharing.name(for: key)]
        ?? makeShared(key, parent, sharedConditions(key, parent, of: rows))
      // Whoever asks for rows that can't share it is told so; those that they need do without.
      let isTaken = rows.table.isUnique(key) && isLinked(key, to: shared, besides: rows)
      if path.count > 1 && isLeftEmpty(key, of: rows) || isTaken && mayBeEmpty(key, of: rows) {
        leaveEmpty(key.columns.map(rows.spelled), of: rows)
      } else {
        link(rows, key, to: shared, .first)
      }
      return true
    }
    return false
  }

  /// What all foreign keys ask of the row that they share.
  private func sharedConditions(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet
  ) -> [CheckConstraint] {
    let name = sharing.name(for: key)
    return rows.table.references.map(\.key)
      .filter { sharing.covers($0) && sharing.name(for: $0) == name }
      .flatMap { rows.table.checks(onParentOf: $0, in: parent) }
  }

  private mutating func makeShared(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    _ conditions: [CheckConstraint]
  ) throws -> RowSet {
    let shared = RowSet(table: parent, count: 1)
    shared.conditions = conditions
    // Its own parents may refer to it in turn.
    sharing.made[sharing.name(for: key)] = shared
    return try make(shared, path: [])
  }

  /// Each row refers to the one before it, where that is in the same group.
  private func fillFromItself(_ key: ForeignKey, of rows: RowSet) {
    let columns = key.columns.map(rows.spelled)
    let free = columns.filter { rows.sources[$0] == nil }
    let ownTwice = zip(columns, key.parentColumns).filter(CaseFolding.areEqual).map(\.0)
    // A column on both sides holds the same in both rows: in none but the row itself, unless all
    // rows share it.
    let isApart = ownTwice.contains { column in
      rows.sources[column].map {
        !$0.isConstant && LinkVariety.kind(of: $0, count: rows.count) != .same
      } ?? true
    }
    let mayBeEmpty = free.contains {
      !ownTwice.contains($0) && rows.table.column($0)?.isNotNull == false
    }
    if isApart && mayBeEmpty {
      return leaveEmpty(free.filter { !ownTwice.contains($0) }, of: rows)
    }
    // Values were chosen for rows that have a parent.
    let isCounted = mayBeEmpty && Self.isTied(key, in: rows.table)
    let isSpent = !mayBeEmpty && rows.table.isUnique(key)
    let map: RowMap =
      isSpent
      ? (rows.table.isDeferred(key) ? .next(of: rows.count) : .own)
      : isApart ? .own : mayBeEmpty && !isCounted ? .previous : .previousOrSelf
    for (column, target) in zip(columns, key.parentColumns)
    where free.contains(column) && !ownTwice.contains(column) {
      rows.sources[column] = .link(RowLink(rows: rows, map: map, target: .column(target)))
    }
    // The first row must know its own key.
    if map != .previous { rows.choosesRowids = true }
  }

  /// Whether a condition ties other columns to a foreign key, which a row may keep that refers to
  /// itself.
  private static func isTied(_ key: ForeignKey, in table: FixtureTable) -> Bool {
    table.checks.contains { check in
      key.columns.contains(where: check.expression.mention)
        && !key.parentColumns.contains(where: check.expression.mention)
        && table.columns.contains { column in
          check.expression.mention(column.name)
            && !key.columns.contains { CaseFolding.areEqual($0, column.name) }
        }
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
    if try mayShare && !catalog.hasRoom(for: rows.count, in: parent) {
      return try shareParents(key, parent, of: rows, room: 1)
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

  // MARK: Values of some rows

  /// The rows that the caller gives no key, where others have one.
  private static func rowsLeftOut(_ bound: [ColumnSource?]) -> [Int]? {
    guard bound.count == 1, case .given(let values)?? = bound.first, values.contains(nil) else {
      return nil
    }
    return values.indices.filter { values[$0] == nil }
  }

  /// Makes parents for those rows alone.
  private mutating func fillWhatIsLeftOut(
    _ missing: [Int],
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet
  ) throws {
    let some = RowSet(table: rows.table, count: missing.count)
    try fill(key, of: some, path: [some])
    let column = rows.spelled(key.columns[0])
    var indices = Array(repeating: -1, count: rows.count)
    for (index, row) in missing.enumerated() { indices[row] = index }
    rows.parents += some.parents
    switch some.sources[column] {
    case .link(let link) where link.rows !== some:
      rows.fallbacks[column] = RowLink(
        rows: some, map: RowMap(indices: indices), target: .link(link))
    case .given(let values):
      guard case .given(var all)? = rows.sources[column] else { return }
      for row in missing { all[row] = values[values.count == 1 ? 0 : indices[row]] }
      rows.sources[column] = .given(all)
    default: break
    }
  }
}

extension ColumnSource {
  /// Whether all rows have one value.
  var isConstant: Bool {
    if case .given(let values) = self { values.count == 1 } else { false }
  }
}
