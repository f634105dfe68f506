import QueryBudget
import QueryBudgetSQLite

/// The values that the caller gives, by column.
struct GivenValues {
  /// One value for all rows, or one for each, nil where there is none.
  private(set) var columns: [String: [SQLiteValue?]] = [:]

  /// Throws a ``FixtureError`` for a column that there isn't, or that takes no value.
  init(
    _ values: [String: any SQLiteBindable],
    count: Int,
    of table: FixtureTable,
    eachRow: (Int) throws -> [String: any SQLiteBindable]
  ) throws {
    guard count >= 0 else {
      throw FixtureError(
        "\(count) rows of \(table.displayName) can't be made: give a count of 0 or more.",
        table: table.displayName)
    }
    for (column, value) in values {
      columns[try Self.spelled(column, table)] = [value.sqliteValue]
    }
    guard count > 0 else { return }
    var own: [String: [SQLiteValue?]] = [:]
    // Nearly always the rows name the same columns.
    var names: [String: String] = [:]
    for index in 0..<count {
      for (column, value) in try eachRow(index + 1) {
        let name = try names[column] ?? Self.spelled(column, table)
        names[column] = name
        own[name, default: Array(repeating: nil, count: count)][index] = value.sqliteValue
      }
    }
    for (column, list) in own {
      let other = columns[column]?.first ?? nil
      columns[column] = list.map { $0 ?? other }
    }
  }

  private static func spelled(_ column: String, _ table: FixtureTable) throws -> String {
    let name = table.displayName
    guard let found = table.column(column) else {
      let isRowid = ["ROWID", "_ROWID_", "OID"].contains(CaseFolding.folded(column))
      if isRowid, let rowid = table.rowidColumn { return rowid }
      throw FixtureError(
        "There is no column \(column) in \(name)"
          + NearestName.hint(for: column, among: table.columns.map(\.name)),
        table: name, column: column)
    }
    guard !found.isGenerated else {
      throw FixtureError(
        "\(name).\(found.name) is generated from other columns: give those a value instead.",
        table: name, column: found.name)
    }
    return found.name
  }
}
