import QueryBudget

/// Tells which statement of a run wrote a row, by what the run changed and what its statements say.
///
/// Nothing is put into the connections for it: triggers that log each change would be a part of the
/// code that is killed.
struct RowWriters {
  private let before: DatabaseContents
  private let after: DatabaseContents
  private let writes: [Writer]

  /// A statement, and what it did to a row.
  struct Writer {
    /// Where it stands in the run.
    let place: Int
    let statement: RecordedStatement
    var kind: StatementKind
  }

  /// The rows before a run began, and the run.
  init(before: DatabaseContents, run: RepeatedRun) {
    self.before = before
    after = run.contents
    writes = run.taken.recording.statements.enumerated()
      .filter { $1.isWrite && !$1.failed }
      .map { Writer(place: $0, statement: $1, kind: $1.kind) }
  }

  /// The statement that wrote a row, and what it did to it; nil where the run left the row alone,
  /// or no statement says that it is the one (a trigger, a cascade).
  func writer(of row: RowMismatch) -> Writer? {
    let table = row.difference.table
    let old = self.row(row.key, of: before.tables[table])
    let new = self.row(row.key, of: after.tables[table])
    guard old != new else { return nil }
    let kind: StatementKind = old == nil ? .insert : new == nil ? .delete : .update
    let kinds: Set<StatementKind> = kind == .update ? [.update, .insert] : [kind]
    let candidates = writes.filter { write in
      kinds.contains(write.kind)
        && write.statement.shape.tables.contains { Self.isName($0, of: table) }
    }
    let values = Set(new ?? old ?? []).subtracting([.null])
    guard
      var best = candidates.max(by: {
        Self.mentions(values, in: $0.statement) < Self.mentions(values, in: $1.statement)
      })
    else { return nil }
    best.kind = kind
    return best
  }

  private func row(_ key: String, of table: TableContents?) -> [SQLiteValue]? {
    table?.rows.first { table?.keyText(of: $0) == key }
  }

  /// A statement names a table without its database.
  private static func isName(_ name: String, of table: String) -> Bool {
    CaseFolding.areEqual(name, table)
      || table.split(separator: ".").last.map { CaseFolding.areEqual(name, String($0)) } == true
  }

  /// How many of a row's values the statement has in its text.
  private static func mentions(_ values: Set<SQLiteValue>, in statement: RecordedStatement) -> Int {
    let sql = statement.expandedSQL ?? statement.sql
    let words = Set(sql.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") })
    return values.count { value in
      if case .text = value { return sql.contains(value.literal) }
      return words.contains(Substring(value.literal))
    }
  }
}
