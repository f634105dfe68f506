import QueryBudget

/// The columns and tables that a contract is not about, as the test names them: `job.attempts`,
/// `attempt`.
package struct IgnoredColumns: Sendable {
  private var tables: Set<String> = []
  private var columns: Set<String> = []

  /// None.
  package init() {}

  /// Throws a `HarnessError` that lists what there is, when there is none such.
  package init(
    _ names: [String], in contents: DatabaseContents, for contract: String
  ) throws(HarnessError) {
    for name in names {
      let folded = CaseFolding.folded(name)
      let isColumn = contents.tables.values.contains { table in
        table.columns.contains { CaseFolding.folded("\(table.name).\($0)") == folded }
      }
      if contents.tables.keys.contains(where: { CaseFolding.folded($0) == folded }) {
        tables.insert(folded)
      } else if isColumn {
        columns.insert(folded)
      } else {
        throw HarnessError("\(contract): ignoring \"\(name)\": \(Self.known(near: name, contents))")
      }
    }
  }

  func contains(table: String) -> Bool { tables.contains(CaseFolding.folded(table)) }

  func contains(_ column: String, of table: String) -> Bool {
    columns.contains(CaseFolding.folded("\(table).\(column)"))
  }

  private static func known(near name: String, _ contents: DatabaseContents) -> String {
    let table = contents.tables.values.first {
      CaseFolding.folded(name).hasPrefix(CaseFolding.folded($0.name) + ".")
    }
    if let table {
      return "table \(table.name) has no such column; it has "
        + table.columns.joined(separator: ", ") + "."
    }
    let tables = contents.tables.keys.sorted().joined(separator: ", ")
    return "there is no such table; name a table, or a column as table.column. There are \(tables)."
  }
}
