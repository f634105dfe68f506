import QueryBudgetSQLite

/// Whether every row of a database is as its schema wants it.
struct SoundnessCheck {
  let database: RecordingDatabase

  /// What is wrong first, with its table and row, and how much more there is; nil where nothing is.
  func problem() throws -> String? {
    try Self.summary(orphans()) ?? Self.summary(faults())
  }

  private static func summary(_ problems: [String]) -> String? {
    problems.first.map { $0 + (problems.count > 1 ? " (and \(problems.count - 1) more)" : "") }
  }

  /// Rows without the parent that they refer to.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_foreign_key_check>
  private func orphans() throws -> [String] {
    let rows: [Row]
    do {
      rows = try database.query("PRAGMA foreign_key_check")
    } catch let error as SQLiteError where error.message.hasPrefix("foreign key mismatch") {
      return ["\(error.message), which has no unique key of the columns that are referred to"]
    }
    return try rows.enumerated().map { index, row in
      // The columns are looked up for the one that is shown.
      guard index == 0 else { return "" }
      let table = try row.value("table", as: String.self)
      let parent = try row.value("parent", as: String.self)
      let number = try row.value("rowid", as: Int64?.self)
      let columns = try database.query(
        "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq",
        [table, try row.value("fkid", as: Int.self)]
      ).map { "\(table).\(try $0.value("from", as: String.self))" }
      let which = number.map { "row \($0) of \(table)" } ?? "a row of \(table)"
      return "\(which) has no parent in \(parent) (\(columns.joined(separator: ", ")))"
    }
  }

  /// Broken pages and indexes, and values against NOT NULL, CHECK and STRICT, in SQLite's words.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_integrity_check>
  private func faults() throws -> [String] {
    try database.query("PRAGMA integrity_check").compactMap { row in
      row.values.first.flatMap { String($0) }
    }.filter { $0 != "ok" }
  }
}
