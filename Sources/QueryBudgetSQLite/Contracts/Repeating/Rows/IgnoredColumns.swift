/// The columns and tables that may differ, as the test names them: `job.attempts`, `attempt`.
struct IgnoredColumns {
  private var tables: Set<String> = []
  private var columns: Set<String> = []

  /// None.
  init() {}

  /// Throws a `HarnessError` that lists what there is, when there is none such.
  init(_ names: [String], in contents: DatabaseContents, for contract: String) throws(HarnessError)
  {
    for name in names {
      let folded = name.lowercased()
      let isColumn = contents.tables.values.contains { table in
        table.columns.contains { "\(table.name).\($0)".lowercased() == folded }
      }
      if contents.tables.keys.contains(where: { $0.lowercased() == folded }) {
        tables.insert(folded)
      } else if isColumn {
        columns.insert(folded)
      } else {
        throw HarnessError("\(contract): ignoring \"\(name)\": \(Self.known(near: name, contents))")
      }
    }
  }

  func contains(table: String) -> Bool { tables.contains(table.lowercased()) }

  func contains(_ column: String, of table: String) -> Bool {
    columns.contains("\(table).\(column)".lowercased())
  }

  private static func known(near name: String, _ contents: DatabaseContents) -> String {
    let table = contents.tables.values.first {
      name.lowercased().hasPrefix($0.name.lowercased() + ".")
    }
    if let table {
      return "table \(table.name) has no such column; it has "
        + table.columns.joined(separator: ", ") + "."
    }
    let tables = contents.tables.keys.sorted().joined(separator: ", ")
    return "there is no such table; name a table, or a column as table.column. There are \(tables)."
  }
}
