import QueryBudget

/// A row that differs, and its key as the database has it.
struct RowMismatch: Hashable {
  let difference: RowDifference

  /// `id 7`, where the difference may show a key that comes out differently in each run as `id …`.
  let key: String
}

/// Finds the rows of a table that differ between what one run left and what two left.
struct TableMatching {
  private typealias Row = [SQLiteValue]

  private let one: TableContents
  private let rules: RowRules
  private let started: Set<[SQLiteValue]>
  private var left: [Row]
  private var right: [Row]

  private(set) var differences: [RowMismatch] = []

  /// Keys of the second state, and what the same rows have for a key in the first.
  private(set) var renamed: [SQLiteValue: SQLiteValue] = [:]

  init(
    _ one: TableContents, _ other: TableContents, _ rules: RowRules,
    renamed parents: [String: [SQLiteValue: SQLiteValue]] = [:]
  ) {
    self.one = one
    self.rules = rules
    let start = rules.start.tables[one.name]
    started = Set(start?.rows.map { start?.key(of: $0) ?? [] } ?? [])
    left = one.rows
    right = Self.renaming(other, rules.parents(of: one), parents)
    dropSameKeyAndValues()
    let (all, allRight) = (left, right)
    dropSameValues()
    guard !left.isEmpty || !right.isEmpty else { return }
    // Not all is the same: then a row that kept its key is the same row, with other values.
    (left, right, renamed) = (all, allRight, [:])
    takeChanged(byKey: true)
    dropSameValues()
    if hasRandomKey, left.count == right.count { takeChanged(byKey: false) }
    differences += left.map { mismatch($0, .removed) } + right.map { mismatch($0, .added) }
  }

  /// The rows with the keys of the first state where they refer to a row that has another one
  /// there.
  private static func renaming(
    _ table: TableContents, _ parents: [Int: String],
    _ renamed: [String: [SQLiteValue: SQLiteValue]]
  ) -> [Row] {
    guard !renamed.isEmpty else { return table.rows }
    return table.rows.map { row in
      parents.reduce(into: row) { row, parent in
        row[parent.key] = renamed[parent.value]?[row[parent.key]] ?? row[parent.key]
      }
    }
  }

  // MARK: Pairs

  private mutating func dropSameKeyAndValues() {
    let rows = Dictionary(right.map { (one.key(of: $0), $0) }) { first, _ in first }
    var same: Set<[SQLiteValue]> = []
    for row in left {
      if let other = rows[one.key(of: row)], differing(row, other).isEmpty {
        same.insert(one.key(of: row))
      }
    }
    left.removeAll { same.contains(one.key(of: $0)) }
    right.removeAll { same.contains(one.key(of: $0)) }
  }

  /// Drops new rows that are the same but for keys that the database or chance gave them.
  private mutating func dropSameValues() {
    guard rules.hasGeneratedKey(one) else { return }
    var rest: [Row] = []
    for row in left {
      guard isNew(row), let place = right.firstIndex(where: { isNew($0) && hasSameValues(row, $0) })
      else {
        rest.append(row)
        continue
      }
      let other = right.remove(at: place)
      if one.key.count == 1 { renamed[other[one.key[0]]] = row[one.key[0]] }
    }
    left = rest
  }

  /// Takes rows for the same row: of one key, or new ones whose keys are by chance.
  private mutating func takeChanged(byKey: Bool) {
    var rest: [Row] = []
    for row in left {
      let place = right.firstIndex { other in
        byKey ? one.key(of: row) == one.key(of: other) : isNew(row) && isNew(other)
      }
      if let place {
        differences.append(changed(row, right.remove(at: place)))
      } else {
        rest.append(row)
      }
    }
    left = rest
  }

  private func isNew(_ row: Row) -> Bool { !started.contains(one.key(of: row)) }

  private var hasRandomKey: Bool {
    one.key.contains { rules.unsteady.isRandom(one.columns[$0], of: one.name) }
  }

  private func hasSameValues(_ row: Row, _ other: Row) -> Bool {
    let generated = rules.hasRowidKey(one) ? one.key : []
    return differing(row, other).allSatisfy(generated.contains)
  }

  private func differing(_ row: Row, _ other: Row) -> [Int] {
    one.columns.indices.filter { index in
      let column = one.columns[index]
      return row[index] != other[index] && rules.compares(column, of: one.name)
        && !rules.isSame(row[index], other[index], column, of: one.name)
    }
  }

  // MARK: What is shown

  private func changed(_ row: Row, _ other: Row) -> RowMismatch {
    let columns = differing(row, other).filter { !one.key.contains($0) }
    return RowMismatch(
      difference: RowDifference(
        table: one.name, key: shownKey(other), .changed,
        columns.map {
          .init(one.columns[$0], old: row[$0].literal, new: other[$0].literal)
        }),
      key: one.keyText(of: other))
  }

  private func mismatch(_ row: Row, _ change: RowDifference.Change) -> RowMismatch {
    let columns = one.columns.indices.filter {
      !one.key.contains($0) && rules.shows(one.columns[$0], of: one.name)
    }
    return RowMismatch(
      difference: RowDifference(
        table: one.name, key: shownKey(row), change,
        columns.map { index in
          change == .added
            ? .init(one.columns[index], new: row[index].literal)
            : .init(one.columns[index], old: row[index].literal)
        }),
      key: one.keyText(of: row))
  }

  private func shownKey(_ row: Row) -> String {
    one.key.map { index in
      let column = one.columns[index]
      return rules.shows(column, of: one.name) ? "\(column) \(row[index].literal)" : "\(column) …"
    }.joined(separator: ", ")
  }
}
