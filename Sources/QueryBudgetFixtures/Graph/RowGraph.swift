import QueryBudget
import QueryBudgetSQLite

/// All rows that a call makes: those that are asked for, their parents and children.
struct RowGraph {
  let catalog: TableCatalog

  /// In the order in which they were thought of; how they are written is another matter.
  private(set) var sets: [RowSet] = []

  var sharing: SharedRows

  /// Rows that the call asks for by themselves: who refers to their table refers to them.
  var pools: [String: RowSet] = [:]

  init(_ catalog: TableCatalog, sharing: [Shared] = []) throws {
    self.catalog = catalog
    self.sharing = try SharedRows(sharing, catalog: catalog)
  }

  /// Adds rows, their parents, and their children.
  mutating func add(
    _ table: FixtureTable,
    count: Int,
    given: [String: [SQLiteValue?]] = [:],
    children: Children = .none
  ) throws -> RowSet {
    let sources = given.mapValues { ColumnSource.given($0) }
    let conditions = try conditions(of: children, on: table)
    let before = self
    do {
      let rows = try make(
        table, count: count, sources: sources, conditions: conditions, path: [])
      try add(children, to: rows)
      return rows
    } catch is FixtureError where !conditions.isEmpty {
      // Some of the children can't be of these rows: without them there may be no error.
      self = before
      let rows = try make(table, count: count, sources: sources, path: [])
      try add(children, to: rows)
      return rows
    }
  }

  /// Adds rows of several tables, which refer to one another.
  mutating func add(
    counts: [(table: FixtureTable, count: Int)],
    children: Children
  ) throws -> [RowSet] {
    var sets: [RowSet] = []
    for (table, count) in counts {
      let rows = RowSet(table: table, count: count)
      pools[table.displayName] = rows
      sets.append(rows)
      self.sets.append(rows)
    }
    for rows in sets {
      for key in rows.table.references.map(\.key) {
        guard let parent = pools[key.parentTable] else { continue }
        parent.conditions += rows.table.checks(onParentOf: key, in: parent.table)
      }
    }
    for rows in parentsFirst(sets) { try fillPool(rows) }
    for child in children.counts {
      let parents = sets.filter { mayHave(child.name, $0) }
      guard let parent = parents.first ?? sets.first else { continue }
      // Where none may have it, the first says why.
      for rows in parents.isEmpty ? [parent] : parents {
        try add(Children([(child.name, child.count)]), to: rows)
      }
    }
    return sets
  }

  /// Rows that can't all be as others want their parents are as they like: those others get parents
  /// of their own.
  private mutating func fillPool(_ rows: RowSet) throws {
    let sets = self
    let conditions = rows.conditions
    do {
      try fill(rows, path: [])
    } catch is FixtureError where !conditions.isEmpty {
      self = sets
      rows.conditions = []
      rows.sources = [:]
      rows.parents = []
      try fill(rows, path: [])
    }
  }

  /// What a row takes over from its parent has to be known of the parent.
  private func parentsFirst(_ sets: [RowSet]) -> [RowSet] {
    var ordered: [RowSet] = []
    var seen: Set<String> = []
    func visit(_ rows: RowSet) {
      guard seen.insert(rows.table.displayName).inserted else { return }
      for key in rows.table.references.map(\.key) {
        if let parent = pools[key.parentTable] { visit(parent) }
      }
      ordered.append(rows)
    }
    for rows in sets { visit(rows) }
    return ordered
  }

  // MARK: Rows

  /// Adds rows, some of whose columns come from elsewhere; `key` is the foreign key that they are made
  /// for.
  mutating func make(
    _ table: FixtureTable,
    count: Int,
    sources: [String: ColumnSource],
    conditions: [CheckConstraint] = [],
    for key: ForeignKey? = nil,
    path: [RowSet]
  ) throws -> RowSet {
    let rows = RowSet(table: table, count: count)
    rows.reserved = key
    rows.conditions = conditions
    for (column, source) in sources { rows.sources[rows.spelled(column)] = source }
    return try make(rows, path: path)
  }

  /// Adds rows of which some columns are known.
  mutating func make(_ rows: RowSet, path: [RowSet]) throws -> RowSet {
    sets.append(rows)
    try fill(rows, path: path)
    return rows
  }

  /// Finds a parent for each foreign key, and values for everything else.
  ///
  /// `path` are the rows whose parents are being made, each the child of the next and as many as it.
  private mutating func fill(_ rows: RowSet, path: [RowSet]) throws {
    let expected = expectedLinks(of: rows, isNeeded: !path.isEmpty)
    let filled = filledLinks(of: rows)
    rows.plan = try catalog.plan(rows.table, request(rows, expected, filled), rows.conditions)
    for key in parentsInOrder(of: rows.table) { try fill(key, of: rows, path: path + [rows]) }
    let real = rows.sources.mapValues { LinkVariety.kind(of: $0, count: rows.count) }
    if real != expected {
      rows.plan = try catalog.plan(rows.table, request(rows, real, filled), rows.conditions)
    }
  }

  private func request(
    _ rows: RowSet,
    _ links: [String: ColumnLink],
    _ filled: Set<String>
  ) -> ValueRequest {
    ValueRequest(count: rows.count, links: links, seed: catalog.seed, filled: filled)
  }

  /// The columns that refer to rows which are known already.
  private func filledLinks(of rows: RowSet) -> Set<String> {
    Set(
      rows.sources.compactMap { column, source in
        guard case .link(let link) = source, case .column(let target) = link.target else {
          return nil
        }
        return link.rows.plan[link.rows.spelled(target)] == .null ? nil : column
      })
  }

  /// How often the values of foreign keys will be the same, before their parents are made.
  private func expectedLinks(of rows: RowSet, isNeeded: Bool) -> [String: ColumnLink] {
    var links = rows.sources.mapValues { LinkVariety.kind(of: $0, count: rows.count) }
    for key in rows.table.references.map(\.key) {
      let isLeft = isNeeded && isLeftEmpty(key, of: rows)
      for column in key.columns.map(rows.spelled) where links[column] == nil {
        links[column] =
          isLeft && rows.table.mayBeNull(column)
          ? .given([.null]) : sharing.covers(key) ? .same : .distinct
      }
    }
    return links
  }

  /// The widest first, since a column that two foreign keys share belongs to the row that both mean;
  /// then what is shared, for the same reason.
  private func parentsInOrder(of table: FixtureTable) -> [ForeignKey] {
    table.references.map(\.key).enumerated().sorted { one, other in
      let widths = (one.element.columns.count, other.element.columns.count)
      if widths.0 != widths.1 { return widths.0 > widths.1 }
      let shared = (sharing.covers(one.element), sharing.covers(other.element))
      return shared.0 == shared.1 ? one.offset < other.offset : shared.0
    }.map(\.element)
  }
}
