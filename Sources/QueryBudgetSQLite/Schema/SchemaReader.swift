import CSQLite
package import QueryBudget

/// Reads the schema of a connection's databases: `main` and what is attached.
///
/// <https://www.sqlite.org/pragma.html#pragfunc>
package struct SchemaReader {
  /// One table's place in SQLite.
  private struct Place: Hashable {
    let schema: String
    let table: String

    /// The name as the harness shows it.
    var name: String { schema == "main" ? table : "\(schema).\(table)" }
  }

  private let handle: OpaquePointer

  /// Reads the schema as the connection sees it now, with four statements for tables and one or two
  /// for views; temporary tables, SQLite's own and those behind a virtual table are left out.
  ///
  /// Throws a ``SQLiteError`` where SQLite can't read its own schema. A view or virtual table that
  /// can't be used has no columns.
  package static func schema(on handle: OpaquePointer) throws -> DatabaseSchema {
    try SchemaReader(handle: handle).read()
  }

  /// Reads the schemas of all open connections of a recorder, as one; a connection that can't be
  /// read adds nothing.
  package static func schema(of recorder: StatementRecorder) -> DatabaseSchema {
    recorder.openConnections.reduce(DatabaseSchema()) { schema, connection in
      let read = connection.withHandle { try? SchemaReader.schema(on: $0) }
      return read.flatMap { $0 }.map(schema.merging) ?? schema
    }
  }

  private func read() throws -> DatabaseSchema {
    let places = try places()
    var columns = try columns(where: "t.type = 'table'")
    for type in ["view", "virtual"] where places.contains(where: { $0.type == type }) {
      columns.merge(usableColumns(of: type, in: places)) { _, new in new }
    }
    let indexes = try indexes()
    let tables = places.map { place, type in
      table(place, columns[place] ?? [], indexes[place] ?? [], isView: type == "view")
    }
    return DatabaseSchema(
      tables: tables, foreignKeys: try foreignKeys(DatabaseSchema(tables: tables)))
  }

  // MARK: Tables and columns

  private static let mine =
    "t.schema <> 'temp' AND t.type <> 'shadow' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

  private func places() throws -> [(place: Place, type: String)] {
    let sql = "SELECT t.schema, t.name, t.type FROM pragma_table_list AS t WHERE \(Self.mine)"
    return try rows(sql).map { (Place(schema: $0.text(0), table: $0.text(1)), $0.text(2)) }
  }

  private struct Column {
    let column: TableSchema.Column
    let type: String
    let keyPosition: Int
  }

  // A table-valued pragma answers nothing, without a word, where SQLite puts it before the table
  // that its arguments come from: CROSS JOIN keeps the order.
  private func columns(where condition: String) throws -> [Place: [Column]] {
    let sql = """
      SELECT t.schema, t.name, c.name, c."notnull", c.pk, c.type
      FROM pragma_table_list AS t CROSS JOIN pragma_table_xinfo(t.name, t.schema) AS c
      WHERE \(Self.mine) AND c.hidden <> 1 AND \(condition) ORDER BY t.schema, t.name, c.cid
      """
    return try rows(sql).reduce(into: [:]) { columns, row in
      let column = Column(
        column: TableSchema.Column(row.text(2), isNotNull: row.int(3) != 0),
        type: row.text(5), keyPosition: row.int(4))
      columns[Place(schema: row.text(0), table: row.text(1)), default: []].append(column)
    }
  }

  /// One view on a table that is gone, or a module that isn't loaded, fails the whole statement:
  /// then each is read by itself.
  private func usableColumns(
    of type: String,
    in places: [(place: Place, type: String)]
  ) -> [Place: [Column]] {
    if let columns = try? columns(where: "t.type = '\(type)'") { return columns }
    return places.filter { $0.type == type }.reduce(into: [:]) { all, entry in
      let (schema, name) = (Self.literal(entry.place.schema), Self.literal(entry.place.table))
      let one = try? columns(where: "t.schema = \(schema) AND t.name = \(name)")
      all.merge(one ?? [:]) { _, new in new }
    }
  }

  private func table(
    _ place: Place,
    _ columns: [Column],
    _ indexes: [Index],
    isView: Bool
  ) -> TableSchema {
    let key = columns.filter { $0.keyPosition > 0 }.sorted { $0.keyPosition < $1.keyPosition }
    // That of a table WITHOUT ROWID, and `INTEGER PRIMARY KEY DESC`, have an index of their own.
    let isRowid =
      key.count == 1 && key[0].type.uppercased() == "INTEGER"
      && !indexes.contains { $0.isPrimaryKey }
    return TableSchema(
      place.name,
      columns: columns.map(\.column),
      primaryKey: key.map(\.column.name),
      rowidColumn: isRowid ? key[0].column.name : nil,
      uniqueKeys: indexes.filter(\.isUniqueKey).map(\.index.columns),
      indexes: indexes.map(\.index),
      isView: isView)
  }

  // MARK: Indexes

  private struct Index {
    let index: TableSchema.Index
    let isUniqueKey: Bool
    let isPrimaryKey: Bool
  }

  private func indexes() throws -> [Place: [Index]] {
    let sql = """
      SELECT t.schema, t.name, i.name, i."unique" AND NOT i.partial, i.origin = 'pk', x.name
      FROM pragma_table_list AS t CROSS JOIN pragma_index_list(t.name, t.schema) AS i
        CROSS JOIN pragma_index_info(i.name, t.schema) AS x
      WHERE \(Self.mine) AND t.type = 'table' ORDER BY t.schema, t.name, i.seq DESC, x.seqno
      """
    return Self.grouped(try rows(sql), by: 3).reduce(into: [:]) { indexes, rows in
      let first = rows[0]
      let columns = rows.map { $0[5] == .null ? "<expr>" : $0.text(5) }
      let index = Index(
        index: TableSchema.Index(first.text(2), columns: columns),
        isUniqueKey: first.int(3) != 0 && !rows.contains { $0[5] == .null },
        isPrimaryKey: first.int(4) != 0)
      indexes[Place(schema: first.text(0), table: first.text(1)), default: []].append(index)
    }
  }

  // MARK: Foreign keys

  private func foreignKeys(_ schema: DatabaseSchema) throws -> [ForeignKey] {
    let sql = """
      SELECT t.schema, t.name, f.id, f."table", f."from", f."to"
      FROM pragma_table_list AS t CROSS JOIN pragma_foreign_key_list(t.name, t.schema) AS f
      WHERE \(Self.mine) AND t.type = 'table' ORDER BY t.schema, t.name, f.id DESC, f.seq
      """
    return Self.grouped(try rows(sql), by: 3).map { rows in
      let child = Place(schema: rows[0].text(0), table: rows[0].text(1))
      let named = Place(schema: child.schema, table: rows[0].text(3)).name
      let parent = schema.table(named)
      // Where the statement leaves them out, the parent's primary key is meant.
      let isShort = rows[0][5] == .null
      return ForeignKey(
        table: child.name,
        columns: rows.map { $0.text(4) },
        parentTable: parent?.name ?? named,
        parentColumns: isShort ? parent?.primaryKey ?? [] : rows.map { $0.text(5) })
    }.filter { $0.columns.count == $0.parentColumns.count }
  }

  // MARK: Rows

  private func rows(_ sql: String) throws -> [[SQLiteValue]] {
    try PreparedStatement.rows(of: sql, on: handle)
  }

  /// Neighbours with the same first columns, together.
  private static func grouped(_ rows: [[SQLiteValue]], by count: Int) -> [[[SQLiteValue]]] {
    rows.reduce(into: []) { groups, row in
      if let last = groups.last?.first, last.prefix(count) == row.prefix(count) {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
  }

  private static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
