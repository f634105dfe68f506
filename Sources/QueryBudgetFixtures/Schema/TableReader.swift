import QueryBudget
import QueryBudgetSQLite

/// Reads tables with every rule that their rows keep, one at a time.
///
/// <https://www.sqlite.org/pragma.html>
struct TableReader {
  let handle: OpaquePointer

  init(handle: OpaquePointer) { self.handle = handle }

  /// A table by its name, whatever its case, behind that of its database where that is an attached
  /// one; nil when there is none. Views and virtual tables are answered too.
  ///
  /// Throws a ``SQLiteError`` where SQLite can't read its own schema.
  func table(_ name: String) throws -> FixtureTable? {
    guard let place = try place(of: name) else { return nil }
    let columns = try columns(of: place)
    let statements = try statements(of: place)
    let sql = statements.first { $0.type == "table" || $0.type == "view" }?.sql ?? ""
    let definition = TableDefinition(sql)
    let indexes = try IndexReader(rows: rows, place: place).indexes(
      sql: { name in statements.first { $0.type == "index" && $0.name == name }?.sql })
    let key = columns.filter { $0.keyPosition > 0 }.sorted { $0.keyPosition < $1.keyPosition }
    return FixtureTable(
      schema: place.schema, name: place.name, kind: Self.kind(place.type, sql: sql),
      isStrict: place.isStrict, hasRowid: place.hasRowid,
      isAutoincrement: definition.isAutoincrement,
      columns: columns.map(\.column), primaryKey: key.map(\.column.name),
      rowidColumn: Self.rowidColumn(key, place, hasIndex: indexes.contains { $0.isPrimaryKey }),
      uniqueKeys: indexes.map(\.key),
      references: try ReferenceReader(rows: rows, place: place).references(definition.references),
      checks: definition.checks + VirtualTable(sql).checks,
      sql: sql)
  }

  /// The names of all tables but SQLite's own, those behind a virtual table, those that search the
  /// texts of another and those whose module isn't loaded, sorted: those of `main`, then those of
  /// what is attached.
  func tableNames() throws -> [String] {
    let sql = """
      SELECT schema, name, type FROM pragma_table_list
      WHERE type IN ('table', 'virtual') AND schema <> 'temp'
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY schema <> 'main', schema, name
      """
    return try rows(sql).compactMap { row in
      let name = row.text(0) == "main" ? row.text(1) : "\(row.text(0)).\(row.text(1))"
      guard row.text(2) == "virtual" else { return name }
      // Of a module that isn't loaded nothing is known, and nothing can be written.
      switch (try? table(name))?.kind {
      case nil, .textIndex: return nil
      default: return name
      }
    }
  }

  // MARK: The table

  /// Where a table is, and what SQLite says of it as a whole.
  struct Place {
    let schema: String
    let name: String
    let type: String
    let hasRowid: Bool
    let isStrict: Bool

    func pragma(_ pragma: String, _ argument: String) -> String {
      "PRAGMA \(SQLName.quoted(schema)).\(pragma)(\(SQLName.quoted(argument)))"
    }
  }

  /// `main` goes before what is attached, and a name with a dot in it before that of a database.
  private func place(of name: String) throws -> Place? {
    let places = try listed(as: name)
    let ofMain = places.first { $0.schema == "main" }
    guard ofMain == nil, let dot = name.firstIndex(of: ".") else { return ofMain ?? places.first }
    let schema = CaseFolding.folded(String(name[..<dot]))
    return try listed(as: String(name[name.index(after: dot)...]))
      .first { CaseFolding.folded($0.schema) == schema } ?? places.first
  }

  private func listed(as name: String) throws -> [Place] {
    try rows("PRAGMA table_list(\(SQLName.quoted(name)))").map { row in
      Place(
        schema: row.text(0), name: row.text(1), type: row.text(2), hasRowid: row.int(4) == 0,
        isStrict: row.int(5) != 0)
    }
  }

  private static func kind(_ type: String, sql: String) -> FixtureTable.Kind {
    switch type {
    case "view": return .view
    case "shadow": return .shadow
    case "virtual":
      let table = VirtualTable(sql)
      return table.content.map { .textIndex(of: $0) } ?? .virtual(module: table.module)
    default: return .table
    }
  }

  // MARK: Columns

  private struct Column {
    let column: FixtureColumn
    let keyPosition: Int
  }

  private func columns(of place: Place) throws -> [Column] {
    try rows(place.pragma("table_xinfo", place.name)).compactMap { row in
      let hidden = row.int(6)
      guard hidden != 1 else { return nil }
      let column = FixtureColumn(
        name: row.text(1), declaredType: row.text(2), isNotNull: row.int(3) != 0,
        defaultSQL: row[4] == .null ? nil : row.text(4), isGenerated: hidden > 1)
      return Column(column: column, keyPosition: row.int(5))
    }
  }

  // That of a table WITHOUT ROWID, and `INTEGER PRIMARY KEY DESC`, have an index of their own.
  private static func rowidColumn(_ key: [Column], _ place: Place, hasIndex: Bool) -> String? {
    guard key.count == 1, place.hasRowid, place.type == "table", !hasIndex,
      CaseFolding.areEqual(key[0].column.declaredType, "INTEGER")
    else { return nil }
    return key[0].column.name
  }

  // MARK: Statements

  private struct Statement {
    let type: String
    let name: String
    let sql: String
  }

  /// The table's own, and those of its indexes.
  private func statements(of place: Place) throws -> [Statement] {
    let sql =
      "SELECT type, name, sql FROM \(SQLName.quoted(place.schema)).sqlite_schema "
      + "WHERE tbl_name = ?1 COLLATE NOCASE AND type <> 'trigger'"
    return try rows(sql, [place.name]).map {
      Statement(type: $0.text(0), name: $0.text(1), sql: $0.text(2))
    }
  }

  // MARK: Rows

  private func rows(_ sql: String, _ values: [String] = []) throws -> [[SQLiteValue]] {
    try PreparedStatement.rows(of: sql, values, on: handle)
  }
}
