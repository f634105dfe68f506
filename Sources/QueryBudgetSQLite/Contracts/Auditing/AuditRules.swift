import QueryBudget

/// Which tables are guarded, by which log, and what the log may leave out.
struct AuditRules: Sendable {
  let layout: AuditLayout
  /// The log, as the database spells it.
  let logName: String
  /// The guarded tables, as the database spells them.
  let tables: [String]
  private let columns: [String: [String]]
  private let ignored: Set<String>
  private let masked: Set<String>
  private let generated: Set<String>

  /// Finds the tables and the columns in the database.
  init(
    _ tables: [String],
    in log: AuditLog,
    ignoring: [String],
    masking: [String],
    of contents: DatabaseContents,
    generated: Set<String>
  ) throws(HarnessError) {
    let finder = AuditedNames(contents: contents)
    let logName = try finder.table(log.name)
    self.logName = logName
    guard !tables.isEmpty else {
      throw HarnessError(
        "No table is guarded: name those whose changes \(log.name) tells of, as in [\"article\"].")
    }
    var found: [String] = []
    for table in tables { found.append(try finder.table(table)) }
    self.tables = found
    if let itself = found.first(where: { $0 == logName }) {
      throw HarnessError(
        "\(itself) can't tell of its own changes: name the tables that it guards, and hold it "
          + "against assertAppendOnly.")
    }
    layout = try AuditLayout(log, columns: finder.declaredColumns(of: logName))
    columns = contents.tables.mapValues(\.columns)
    ignored = try finder.columns(ignoring, "ignoring", of: found)
    masked = try finder.columns(masking, "masking", of: found)
    self.generated = generated
  }

  func columns(of table: String) -> [String] { columns[table] ?? [] }

  /// Whether the log may leave a column out.
  func ignores(_ column: Int, of change: AuditedChange) -> Bool {
    let name = "\(change.table).\(change.columns[column])"
    return ignored.contains(name) || generated.contains(name)
  }

  /// Whether the log must not hold the value.
  func masks(_ column: Int, of change: AuditedChange) -> Bool {
    masked.contains("\(change.table).\(change.columns[column])")
  }

  /// Whether nothing changed that the log has to tell of.
  func isVoid(_ change: AuditedChange) -> Bool {
    (change.old == nil) == (change.new == nil)
      && change.changedColumns.allSatisfy { ignores($0, of: change) }
  }

  /// The guarded table that a word of the log means: `Article` and `articles` are `article`.
  func table(_ word: String) -> String? {
    let folded = AuditPart.folded(word)
    let known = tables.map { (table: $0, folded: AuditPart.folded($0)) }
    let found =
      known.first { $0.folded == folded }
      ?? known.first { Self.plurals($0.folded).contains(folded) }
      ?? known.first { Self.plurals(folded).contains($0.folded) }
    return found?.table
  }

  private static func plurals(_ name: String) -> [String] {
    [name + "s", name + "es", name.dropLast() + "ies"]
  }
}

/// Finds the tables and columns that a test names.
private struct AuditedNames {
  let contents: DatabaseContents

  func table(_ name: String) throws(HarnessError) -> String {
    if let found = find(name, among: contents.tables.keys) { return found }
    throw HarnessError(
      "There is no table \(name). The tables are \(contents.tables.keys.sorted().joined(separator: ", "))."
    )
  }

  /// The columns; in the place of the rowid of a table without a primary key, which is none, an
  /// empty name.
  func declaredColumns(of table: String) -> [String] {
    guard let contents = contents.tables[table] else { return [] }
    let isRowid = contents.key == [0] && contents.columns[0].lowercased() == "rowid"
    return isRowid ? [""] + contents.columns.dropFirst() : contents.columns
  }

  func columns(
    _ names: [String], _ label: String, of tables: [String]
  ) throws(HarnessError) -> Set<String> {
    var found: Set<String> = []
    for name in names {
      let all = tables.flatMap { table in
        (contents.tables[table]?.columns ?? []).map { "\(table).\($0)" }
      }
      guard let column = find(name, among: all) else {
        throw HarnessError(
          "\(label): there is no column \(name) in the guarded tables; write it as "
            + "\"\(tables[0]).column\". There are \(all.joined(separator: ", ")).")
      }
      found.insert(column)
    }
    return found
  }

  private func find(_ name: String, among names: some Sequence<String>) -> String? {
    names.first { $0.lowercased() == name.lowercased() }
  }
}
