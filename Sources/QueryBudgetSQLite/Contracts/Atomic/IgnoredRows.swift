import QueryBudget

/// The tables and columns that a contract is not about.
struct IgnoredRows: Sendable {
  private var tables: Set<String> = []
  private var columns: Set<String> = []

  init() {}

  /// Reads `failure` as a table and `job.attempts` as a column of one.
  ///
  /// Throws a ``HarnessError`` where there is none of that name, which lists those that there are.
  init(_ names: [String], of contents: DatabaseContents, for contract: String)
    throws(HarnessError)
  {
    for name in names {
      let folded = CaseFolding.folded(name)
      if contents.tables.keys.contains(where: { CaseFolding.folded($0) == folded }) {
        tables.insert(folded)
      } else if contents.tables.values.contains(where: { $0.columnNames.contains(folded) }) {
        columns.insert(folded)
      } else {
        throw HarnessError(
          "\(contract): there is no table and no column \(name) to ignore: name a table, or a column "
            + "as table.column. \(Self.listed(contents, near: folded))")
      }
    }
  }

  /// Whether a whole table is left out.
  func holds(table: String?) -> Bool {
    table.map { tables.contains(CaseFolding.folded($0)) } ?? false
  }

  /// What counts as the same when they are left out.
  var equality: ColumnEquality {
    let columns = columns
    return ColumnEquality(ignoringTables: tables) { table, column, _, _ in
      columns.contains(CaseFolding.folded("\(table).\(column)"))
    }
  }

  private static func listed(_ contents: DatabaseContents, near name: String) -> String {
    let table = contents.tables.values.first { name.hasPrefix(CaseFolding.folded($0.name) + ".") }
    guard let table else {
      return "The tables are \(contents.tables.keys.sorted().joined(separator: ", "))."
    }
    return "The columns of \(table.name) are \(table.columns.joined(separator: ", "))."
  }
}

extension TableContents {
  fileprivate var columnNames: Set<String> {
    Set(columns.map { CaseFolding.folded("\(name).\($0)") })
  }
}
