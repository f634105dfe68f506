import CRowWriter
import CSQLite
import QueryBudget
import QueryBudgetSQLite

extension RowRefusal {
  /// The refusal in words: what, where, and what to do.
  func error() -> any Error {
    switch code {
    case QB_ROW_IGNORED:
      return FixtureError(
        "A trigger left a row of \(name) out (RAISE(IGNORE)): give it values that the trigger lets "
          + "pass.", table: name, isByTrigger: true)
    case ConstraintCode.check: return check()
    case ConstraintCode.notNull: return notNull()
    case ConstraintCode.foreignKey: return foreignKey()
    case ConstraintCode.dataType: return dataType()
    case ConstraintCode.trigger:
      return FixtureError(
        "A trigger refuses a row of \(name) (\(message)): give it values that the trigger lets "
          + "pass.", table: name, isByTrigger: true)
    default:
      return Self.unique.contains(code)
        ? taken() : SQLiteError(code: code, message: "\(message) (while rows of \(name) were made)")
    }
  }

  private func check() -> FixtureError {
    let check = table.checks.first { $0.name == detail || $0.sql == detail }
    let columns = table.columns.map(\.name).filter { check?.expression.mention($0) ?? false }
    let given = columns.filter(isGiven)
    let shared = columns.filter(isShared)
    if given.isEmpty, shared.count > 1, let first = shared.first {
      return FixtureError(
        "A row of \(name) does not meet \(check?.displayName ?? detail), since \(list(shared)) share "
          + "one row: share by one of them only, as in sharing: [\"\(name).\(first)\"].",
        table: name, column: first)
    }
    let constraint = check?.displayName ?? "CHECK (\(detail))"
    let wayOut =
      given.isEmpty
      ? "give \(columns.isEmpty ? "its columns" : list(columns)) values that do"
      : "give \(list(given)) another value"
    return FixtureError(
      "A row of \(name) does not meet \(constraint): \(wayOut).",
      table: name, column: (given.first ?? columns.first))
  }

  private func notNull() -> FixtureError {
    let column = failed.first ?? detail
    return FixtureError(
      "\(name).\(column) was to be NULL, which it may not be: give it a value or leave it out.",
      table: name, column: column)
  }

  private func taken() -> FixtureError {
    let columns = clashing
    let column = columns.first
    guard !columns.isEmpty else {
      return FixtureError(
        "A row that a trigger of \(name) writes is there already (\(message)): give the rows of "
          + "\(name) values that differ.", table: name)
    }
    let what = columns.map { "\(name).\($0)" }.joined(separator: ", ")
    let given = columns.filter(isGiven)
    let wayOut =
      given.isEmpty
      ? "ask for fewer rows, or give \(list(columns)) values that differ"
      : "give \(list(given)) another value for each row"
    return FixtureError(
      "\(what) must be unique, and the values of row \(row + 1) of \(rows.count) are there already: "
        + "\(wayOut).", table: name, column: column)
  }

  private func dataType() -> FixtureError {
    // cannot store TEXT value in INTEGER column article.views
    let column = failed.first ?? message.split(separator: ".").last.map(String.init) ?? ""
    let type = table.column(column)?.declaredType ?? "other"
    return FixtureError(
      "\(name).\(column) takes \(type) only, since the table is STRICT (\(message)): give it such a "
        + "value.", table: name, column: column)
  }

  private func foreignKey() -> FixtureError {
    let keys = table.references.map(\.key)
    let missing = keys.first { key in
      key.columns.map(rows.spelled).contains(where: isGiven) && !hasParent(key)
    }
    guard let key = missing ?? keys.first else {
      return FixtureError(
        "A row that a trigger of \(name) writes has no parent (\(message)): make that one first.",
        table: name)
    }
    return FixtureError(
      "A row of \(name) has no parent in \(key.parentTable) (\(key)): make that row first, or leave "
        + "\(list(key.columns)) out.",
      table: name, column: key.columns.first)
  }

  /// Why a statement can't be prepared: a foreign key whose parent has no such key is refused here.
  ///
  /// <https://www.sqlite.org/foreignkeys.html#fk_indexes>
  static func preparing(_ error: SQLiteError, of rows: RowSet) -> any Error {
    let keys = rows.table.references.map(\.key)
    let key = keys.first { error.message.hasSuffix("referencing \"\($0.parentTable)\"") }
    guard error.message.hasPrefix("foreign key mismatch"), let key = key ?? keys.first else {
      return error
    }
    return FixtureError(
      "\(key) is no foreign key that SQLite can follow, since these are neither the primary key of "
        + "\(key.parentTable) nor UNIQUE: declare them UNIQUE there, or refer to its primary key.",
      table: rows.table.displayName, column: key.columns.first)
  }

  // MARK: Facts

  private func isGiven(_ column: String) -> Bool {
    if case .given? = rows.sources[column] { true } else { false }
  }

  /// Whether a column refers to the same row in all rows.
  private func isShared(_ column: String) -> Bool {
    guard case .link(let link)? = rows.sources[column] else { return false }
    return link.map == .first
  }

  private func list(_ columns: [String]) -> String {
    columns.joined(separator: " and ")
  }

  /// The columns that the message names.
  private var failed: [String] {
    table.columns.map(\.name).filter { detail.hasSuffix(".\($0)") }
  }

  /// Whether the values that the caller gave are there in the parent.
  private func hasParent(_ key: ForeignKey) -> Bool {
    let values = key.columns.map { column -> SQLiteValue in
      guard case .given(let values)? = rows.sources[rows.spelled(column)] else { return .null }
      return values[values.count == 1 ? 0 : row] ?? .null
    }
    guard !values.contains(.null) else { return true }
    let condition = key.parentColumns.map { "\(SQLName.quoted($0)) = ?" }
      .joined(separator: " AND ")
    guard let parent = try? TableReader(handle: handle).table(key.parentTable) else { return false }
    let sql = "SELECT 1 FROM \(parent.quotedName) WHERE \(condition)"
    guard let statement = try? PreparedStatement(sql, on: handle) else { return true }
    try? statement.bind(values)
    return (try? statement.step()) ?? true
  }
}
