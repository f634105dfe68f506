import QueryBudget
import QueryBudgetSQLite

extension RowGraph {
  /// Gives rows their children.
  mutating func add(_ children: Children, to rows: RowSet) throws {
    if children.isAutomatic { try addEveryChild(to: rows) }
    for (name, count) in children.counts {
      guard count.count >= 0 else {
        throw FixtureError(
          "\(count.count) rows of \(name) for each row can't be made: give 0 or more.",
          table: name)
      }
      let added = try add(name, count.count, to: rows)
      try add(count.children, to: added)
    }
  }

  /// Two children of every kind for each row.
  private mutating func addEveryChild(to rows: RowSet) throws {
    let pool = pools.updateValue(rows, forKey: rows.table.displayName)
    defer { pools[rows.table.displayName] = pool }
    for child in try catalog.tables(beside: rows.table)
    where child.displayName != rows.table.displayName {
      // What the rows refer to is there already.
      guard !sets.contains(where: { $0.table.displayName == child.displayName }) else { continue }
      let keys = child.references.map(\.key).filter { Self.refers($0, to: rows) }
      guard keys.count == 1, let key = keys.first else { continue }
      do {
        _ = try makeChildren(child, by: key, child.isUnique(key) ? 1 : 2, of: rows)
      } catch let error as FixtureError {
        throw FixtureError(
          "\(error.description) Or name the children of \(rows.table.displayName) without "
            + "\(child.displayName), as in children: [\"comment\": 2].",
          table: error.table, column: error.column)
      }
    }
  }

  /// What the conditions of children ask of the rows that they refer to.
  func conditions(of children: Children, on table: FixtureTable) throws -> [CheckConstraint] {
    let rows = RowSet(table: table, count: 0)
    let named = children.counts.compactMap { child -> (FixtureTable, ForeignKey)? in
      guard case .key(let table, let key)? = try? relation(child.name, of: rows) else { return nil }
      return (table, key)
    }
    let all = children.isAutomatic ? try catalog.tables(beside: table) : []
    let others = all.flatMap { child in
      child.references.map { (child, $0.key) }
    }.filter { child, key in
      child.displayName != table.displayName && Self.refers(key, to: rows)
    }
    return (named + others).flatMap { $0.0.checks(onParentOf: $0.1, in: table) }
  }

  /// Whether rows can have children of this name.
  func mayHave(_ name: String, _ rows: RowSet) -> Bool {
    switch try? relation(name, of: rows) {
    case .key, .join, .ambiguous: true
    case .some(.none), nil: false
    }
  }

  private mutating func add(_ name: String, _ count: Int, to rows: RowSet) throws -> RowSet {
    switch try relation(name, of: rows) {
    case .ambiguous(let error): throw error
    case .key(let child, let key): return try makeChildren(child, by: key, count, of: rows)
    case .none(let child):
      throw FixtureError(
        "\(name) has no foreign key to \(rows.table.displayName), and no table joins the two: "
          + "make its rows by themselves.", table: child.displayName)
    case .join(let child, let join):
      let joined = try makeChildren(join.table, by: join.toParent, count, of: rows)
      let children = joined.parents.first { $0.key == join.toChild }?.rows
      return children?.table.displayName == child.displayName ? children ?? joined : joined
    }
  }

  /// How rows are related to a table.
  private enum Relation {
    case key(FixtureTable, ForeignKey)
    case join(FixtureTable, JoinTable)
    case none(FixtureTable)
    case ambiguous(FixtureError)
  }

  private func relation(_ name: String, of rows: RowSet) throws -> Relation {
    let (child, column) = try childTable(name, of: rows)
    let direct = child.references.map(\.key).filter { key in
      guard Self.refers(key, to: rows) else { return false }
      guard let column else { return true }
      return key.columns.contains { CaseFolding.areEqual($0, column) }
    }
    if direct.count == 1 { return .key(child, direct[0]) }
    if !direct.isEmpty { return .ambiguous(ambiguous(direct, name, of: rows)) }
    let joins = try catalog.tables(beside: rows.table).compactMap { join in
      JoinTable(join, between: rows.table, and: child)
    }
    let pure = joins.filter(\.isPure)
    if let join = pure.count == 1 ? pure[0] : joins.first, pure.count == 1 || joins.count == 1 {
      return .join(child, join)
    }
    guard !joins.isEmpty else { return .none(child) }
    let names = joins.map(\.table.displayName).joined(separator: ", ")
    return .ambiguous(
      FixtureError(
        "\(name) is joined to \(rows.table.displayName) by several tables: name the one that is "
          + "meant as a child instead: \(names).", table: child.displayName))
  }

  private mutating func makeChildren(
    _ child: FixtureTable,
    by key: ForeignKey,
    _ count: Int,
    of rows: RowSet
  ) throws -> RowSet {
    let made = RowSet(table: child, count: rows.count * count)
    link(made, key, to: rows, .group(of: count))
    return try make(made, path: [])
  }

  /// The table that is meant, and its column where one is named: `message.senderId`.
  private func childTable(
    _ name: String, of rows: RowSet
  ) throws -> (table: FixtureTable, column: String?) {
    if let table = try catalog.table(name) { return (table, nil) }
    let parts = name.split(separator: ".").map(String.init)
    let table = try catalog.tableForRows(
      parts.count > 1 ? parts.dropLast().joined(separator: ".") : name)
    let columns = table.references.map(\.key).filter { Self.refers($0, to: rows) }
      .flatMap(\.columns)
    guard let column = parts.last,
      columns.contains(where: { CaseFolding.areEqual($0, column) })
    else {
      throw FixtureError(
        "\(name) is no foreign key to \(rows.table.displayName)"
          + NearestName.hint(for: parts.last ?? name, among: columns),
        table: table.displayName, column: parts.last)
    }
    return (table, column)
  }

  private func ambiguous(_ keys: [ForeignKey], _ name: String, of rows: RowSet) -> FixtureError {
    let columns = keys.compactMap { key in key.columns.last.map { "\(name).\($0)" } }
    return FixtureError(
      "\(name) refers to \(rows.table.displayName) by several columns: name the one that is meant: "
        + "\(columns.joined(separator: ", ")).", table: name)
  }

  private static func refers(_ key: ForeignKey, to rows: RowSet) -> Bool {
    CaseFolding.areEqual(key.parentTable, rows.table.displayName)
  }
}

/// A table that joins two others.
private struct JoinTable {
  let table: FixtureTable
  let toParent: ForeignKey
  let toChild: ForeignKey

  /// Whether joining is all that it is for: no pair comes twice.
  var isPure: Bool {
    let columns = Set((toParent.columns + toChild.columns).map(CaseFolding.folded))
    return table.uniqueKeys.contains { Set($0.columns.map(CaseFolding.folded)) == columns }
  }

  init?(_ table: FixtureTable, between parent: FixtureTable, and child: FixtureTable) {
    let keys = table.references.map(\.key)
    func first(to other: FixtureTable, except used: ForeignKey? = nil) -> ForeignKey? {
      keys.first { $0 != used && CaseFolding.areEqual($0.parentTable, other.displayName) }
    }
    guard let toParent = first(to: parent), let toChild = first(to: child, except: toParent) else {
      return nil
    }
    self.table = table
    self.toParent = toParent
    self.toChild = toChild
  }
}
