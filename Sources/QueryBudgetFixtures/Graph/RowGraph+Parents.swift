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
        "\(key) is no foreign key that SQLite can follow, since there is no table "
          + "\(key.parentTable): create that table first.",
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
    if rows.table.displayName == parent.displayName {
      fillFromItself(key, of: rows)
    } else {
      try makeParents(key, parent, of: rows, bound, path: path)
    }
  }

  /// Takes what is shared, asked for by itself, or a relative's.
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
      Set(rows.table.checks(onParentOf: key)).isSubset(of: pool.conditions),
      let map = poolMap(of: pool, for: rows, key)
    {
      link(rows, key, to: pool, map)
      return true
    }
    if sharing.covers(key), !isSelf {
      let shared =
        try sharing.made[sharing.name(for: key)]
        ?? makeShared(key, parent, rows.table.checks(onParentOf: key))
      link(rows, key, to: shared, .first)
      return true
    }
    // The one whose parent is being made: a department's manager works there.
    if let child = path.dropLast().last(where: {
      $0.table.displayName == parent.displayName
    }), !isSelf {
      link(rows, key, to: child, .own)
      return true
    }
    return false
  }

  private mutating func makeShared(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    _ conditions: [CheckConstraint]
  ) throws -> RowSet {
    let shared = try make(parent, count: 1, sources: [:], conditions: conditions, path: [])
    sharing.made[sharing.name(for: key)] = shared
    return shared
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
    let map: RowMap =
      isApart ? .own : mayBeEmpty && !isCounted ? .previous : .previousOrSelf
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
    if try sources.isEmpty && !catalog.hasRoom(for: rows.count, in: parent) {
      return try shareParents(key, parent, of: rows, room: 1)
    }
    let sets = self
    do {
      let parents = try make(
        parent, count: rows.count, sources: sources,
        conditions: rows.table.checks(onParentOf: key), path: path)
      link(rows, key, to: parents, .own)
    } catch let error as FixtureError {
      // A table of a few rows, such as one of kinds: its rows are shared by turns.
      guard let room = error.room, room < rows.count, sources.isEmpty else { throw error }
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
    let existing = try catalog.values(
      of: key.parentColumns, in: parent, limit: rows.count)
    if existing.isEmpty {
      let parents = try make(
        parent, count: max(room, 1), sources: [:],
        conditions: rows.table.checks(onParentOf: key), path: [])
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

  // MARK: Links

  func link(_ rows: RowSet, _ key: ForeignKey, to parents: RowSet, _ map: RowMap) {
    rows.parents.append((key, parents))
    for (column, target) in zip(key.columns.map(rows.spelled), key.parentColumns)
    where rows.sources[column] == nil {
      let link = RowLink(rows: parents, map: map, target: .column(parents.spelled(target)))
      // The parent has the value from here: two tables that refer to each other share it.
      let isOurs =
        LinkTrace(link).points.contains { $0.rows === rows && $0.column == column }
      if !isOurs { rows.sources[column] = .link(link) }
    }
  }

  private func leaveEmpty(_ columns: [String], of rows: RowSet) {
    for column in columns
    where rows.sources[column] == nil && rows.table.column(column)?.isNotNull == false {
      rows.sources[column] = .given([.null])
    }
  }

  /// Goes round the rows of another table; by a second foreign key in such a way that no pair comes
  /// twice as long as there are others.
  ///
  /// None where the rows refer to that table already, and a condition compares the two.
  private func poolMap(of pool: RowSet, for rows: RowSet, _ key: ForeignKey) -> RowMap? {
    let others = rows.sources.compactMap { column, source -> (column: String, link: RowLink)? in
      if case .link(let link) = source { (column, link) } else { nil }
    }.sorted { $0.column < $1.column }
    if let twin = others.first(where: { $0.link.rows === pool }) {
      let isCompared = rows.table.checks.contains { check in
        check.expression.mention(twin.column)
          && key.columns.contains(where: check.expression.mention)
      }
      if isCompared { return nil }
      return RowMap(divisor: twin.link.map.divisor, modulus: pool.count, offset: 1)
    }
    guard pool.count < rows.count else { return .own }
    guard let other = others.first(where: { $0.link.map.block == 0 }) else {
      return .around(pool.count)
    }
    let (one, two) = (max(pool.count, 1), max(min(other.link.rows.count, rows.count), 1))
    return .around(pool.count, block: one / greatestCommonDivisor(one, two) * two)
  }

  private func greatestCommonDivisor(_ one: Int, _ two: Int) -> Int {
    two == 0 ? one : greatestCommonDivisor(two, one % two)
  }
}

extension ColumnSource {
  /// Whether all rows have one value.
  var isConstant: Bool {
    if case .given(let values) = self { values.count == 1 } else { false }
  }
}
