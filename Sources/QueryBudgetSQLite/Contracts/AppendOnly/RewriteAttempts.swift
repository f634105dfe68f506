/// All the ways to rewrite the rows of a log.
struct RewriteAttempts {
  let table: LogTable
  let contents: TableContents
  /// The primary keys of the parents, to which a foreign key may refer without naming them.
  private let parentKeys: [String: [String]]

  init(table: LogTable, contents: TableContents, on handle: OpaquePointer) throws {
    self.table = table
    self.contents = contents
    parentKeys = try table.foreignKeys.reduce(into: [:]) { keys, key in
      keys[key.parent] = try LogTable(key.parent, on: handle).key
    }
  }

  private var others: OtherValues { OtherValues(table: table, contents: contents) }

  /// The attempts of each way, one for each row, in the order in which a failure shows the ways.
  var ways: [[RewriteAttempt]] {
    let rows = contents.rows
    let updates = table.writable.map { column in rows.map { update(column.name, of: $0) } }
    return updates + [rows.map(delete) + [deleteAll]]
      + table.keys.map { key in rows.flatMap { replace($0, by: key) } }
      + table.foreignKeys.map { key in rows.compactMap { deleteParent(of: $0, key) } }
      + table.foreignKeys.map { key in rows.compactMap { updateParent(of: $0, key) } }
  }

  // MARK: Rows

  private func update(_ column: String, of row: [SQLiteValue]) -> RewriteAttempt {
    let place = place(column)
    let values = others.values(of: column, except: row[place])
    // A statement that changes nothing is refused as well by what refuses every update.
    let assignments = values.map(\.literal)
    return RewriteAttempt(
      way: .update(column: column),
      statements: assignments.map {
        "UPDATE \(shown(table.name)) SET \(shown(column)) = \($0) WHERE \(condition(row))"
      }
        + assignments.prefix(1).flatMap { value in
          [
            "UPDATE OR REPLACE \(shown(table.name)) SET \(shown(column)) = \(value) "
              + "WHERE \(condition(row))"
          ]
        })
  }

  private func delete(_ row: [SQLiteValue]) -> RewriteAttempt {
    RewriteAttempt(
      way: .delete, statements: ["DELETE FROM \(shown(table.name)) WHERE \(condition(row))"])
  }

  private var deleteAll: RewriteAttempt {
    RewriteAttempt(way: .delete, statements: ["DELETE FROM \(shown(table.name))"])
  }

  // MARK: Replacing

  /// Rows that have the same key, and other values else.
  private func replace(_ row: [SQLiteValue], by key: [String]) -> [RewriteAttempt] {
    guard !key.contains(where: { row[place($0)] == .null }) else { return [] }
    let fresh = Set(table.keys.joined()).subtracting(key)
    var values = self.values(row, fresh: fresh)
    if let rowid = table.hiddenRowid, key == [rowid] { values.insert((rowid, row[0]), at: 0) }
    // Should nothing differ yet, a value has to: those that do are tried first.
    let free = values.indices.filter {
      !key.contains(values[$0].name) && !fresh.contains(values[$0].name)
    }
    let changed = free.compactMap { place in
      others.values(of: values[place].name, except: values[place].value).first.map { other in
        var changed = values
        changed[place].value = other
        return changed
      }
    }
    return [
      RewriteAttempt(
        way: .replace(key: key),
        statements: (changed.prefix(8) + [values]).map { insert($0, "INSERT OR REPLACE") })
    ]
  }

  /// Inserts of rows like those that are there, under keys of their own.
  var another: [String] {
    let fresh = Set(table.keys.joined())
    return contents.rows.prefix(5).map { insert(values($0, fresh: fresh), "INSERT") }
  }

  /// What a row like this one is made of, with other values in some columns.
  private func values(
    _ row: [SQLiteValue], fresh: Set<String>
  ) -> [(name: String, value: SQLiteValue)] {
    table.writable.map { column in
      let value = row[place(column.name)]
      return (
        column.name,
        fresh.contains(column.name)
          ? others.values(of: column.name, except: value).first ?? value : value
      )
    }
  }

  private func insert(_ values: [(name: String, value: SQLiteValue)], _ verb: String) -> String {
    let names = values.map { shown($0.name) }.joined(separator: ", ")
    let literals = values.map(\.value.literal).joined(separator: ", ")
    return "\(verb) INTO \(shown(table.name)) (\(names)) VALUES (\(literals))"
  }

  // MARK: Parents

  private func deleteParent(
    of row: [SQLiteValue], _ key: ForeignKeyAction
  ) -> RewriteAttempt? {
    guard key.changesOnDelete, let condition = parentCondition(of: row, key) else { return nil }
    return RewriteAttempt(
      way: .parentDelete(key), statements: ["DELETE FROM \(shown(key.parent)) WHERE \(condition)"])
  }

  private func updateParent(
    of row: [SQLiteValue], _ key: ForeignKeyAction
  ) -> RewriteAttempt? {
    guard key.changesOnUpdate, let condition = parentCondition(of: row, key),
      let column = parentColumns(key).first
    else { return nil }
    let value = OtherValues.changed(row[place(key.columns[0])])
    return RewriteAttempt(
      way: .parentUpdate(key),
      statements: value.map {
        "UPDATE \(shown(key.parent)) SET \(shown(column)) = \($0.literal) WHERE \(condition)"
      })
  }

  private func parentCondition(of row: [SQLiteValue], _ key: ForeignKeyAction) -> String? {
    let values = key.columns.map { row[place($0)] }
    let columns = parentColumns(key)
    guard !values.contains(.null), columns.count == values.count else { return nil }
    return zip(columns, values).map { "\(shown($0)) = \($1.literal)" }.joined(separator: " AND ")
  }

  private func parentColumns(_ key: ForeignKeyAction) -> [String] {
    key.parentColumns.isEmpty ? parentKeys[key.parent] ?? ["rowid"] : key.parentColumns
  }

  // MARK: SQL

  private func condition(_ row: [SQLiteValue]) -> String {
    let columns = table.key.isEmpty ? [table.hiddenRowid ?? "rowid"] : table.key
    return columns.map { column in
      let value = row[place(column)]
      return "\(shown(column)) \(value == .null ? "IS" : "=") \(value.literal)"
    }.joined(separator: " AND ")
  }

  private func place(_ column: String) -> Int { contents.columns.lastIndex(of: column) ?? 0 }

  private func shown(_ name: String) -> String { SQLName.quoted(name) }
}
