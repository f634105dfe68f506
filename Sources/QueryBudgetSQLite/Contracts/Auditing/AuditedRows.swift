import QueryBudget

/// The changes of the rows of one table, row by row.
///
/// The log of changes tells of no row that `REPLACE` deletes; these are told by what was there
/// before and is there no more.
struct AuditedRows {
  /// The changes of each row, in their order.
  private(set) var histories: [[AuditedChange]] = []

  /// Whether rows changed that no statement on a watched connection changed.
  private(set) var hasUnseen = false

  private let table: TableContents
  private var living: [[SQLiteValue]: Int] = [:]
  private var gone: [[SQLiteValue]: Int] = [:]

  /// - Parameters:
  ///   - changes: What was logged of the table, in its order.
  ///   - before: The table as it was.
  ///   - after: The table as it is.
  init(_ changes: [AuditedChange], before: TableContents, after: TableContents) {
    table = before
    let old = Dictionary(before.rows.map { (before.key(of: $0), $0) }) { first, _ in first }
    for change in changes { add(change, before: old) }
    addReplaced(changes, before: old, after: after)
  }

  private mutating func add(_ change: AuditedChange, before: [[SQLiteValue]: [SQLiteValue]]) {
    let from = change.old.map(table.key(of:))
    let to = change.new.map(table.key(of:))
    if from == nil || from != to, let to, let replaced = state(to, before) {
      // The row whose place it takes is deleted without a word.
      append(replaced, to: nil, as: change, from: to)
    }
    append(change.old, to: change.new, as: change, from: from ?? to ?? [])
  }

  /// The row of a key, as it is at this moment.
  private func state(
    _ key: [SQLiteValue], _ before: [[SQLiteValue]: [SQLiteValue]]
  ) -> [SQLiteValue]? {
    if let place = living[key] { return histories[place].last?.new }
    return gone[key] == nil ? before[key] : nil
  }

  private mutating func append(
    _ old: [SQLiteValue]?, to new: [SQLiteValue]?, as change: AuditedChange, from key: [SQLiteValue]
  ) {
    let entry = AuditedChange(
      statement: change.statement, transaction: change.transaction, table: table.name,
      columns: table.columns, key: table.key, old: old, new: new)
    let place = living.removeValue(forKey: key) ?? gone.removeValue(forKey: key) ?? histories.count
    if place == histories.count { histories.append([]) }
    histories[place].append(entry)
    let now = new.map(table.key(of:))
    if let now { living[now] = place }
    if now != key { gone[key] = place }
  }

  private mutating func addReplaced(
    _ changes: [AuditedChange], before: [[SQLiteValue]: [SQLiteValue]], after: TableContents
  ) {
    let now = Dictionary(after.rows.map { (after.key(of: $0), $0) }) { first, _ in first }
    let writer = changes.last { $0.new != nil }
    let inserted = living.keys.filter { before[$0] == nil }
    for key in table.rows.map(table.key(of:)) + inserted {
      guard let row = state(key, before), now[key] != row else { continue }
      if let writer, now[key] == nil {
        append(row, to: nil, as: writer, from: key)
      } else if living[key] == nil {
        hasUnseen = true
      }
    }
    hasUnseen = hasUnseen || now.keys.contains { state($0, before) == nil }
  }
}
