import CSQLite

/// A table that temporary triggers of the harness's own can watch: no view, and no virtual table.
struct TriggerTable {
  let schema: String
  let name: String
  let columns: [String]

  /// The columns of the primary key; none for a table that has none.
  let key: [String]

  /// Those of the columns that are generated.
  let generated: [String]

  /// As SQL names it.
  var source: String { "\(SQLName.quoted(schema)).\(SQLName.quoted(name))" }

  /// As the harness shows it.
  var shownName: String { schema == "main" ? name : "\(schema).\(name)" }

  /// The tables of a connection: of `main` and of what is attached.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_table_list>,
  /// <https://www.sqlite.org/pragma.html#pragma_table_xinfo>
  static func all(on handle: OpaquePointer) throws -> [TriggerTable] {
    let places = try PreparedStatement.rows(
      of: """
        SELECT schema, name FROM pragma_table_list
        WHERE type = 'table' AND schema <> 'temp' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """, on: handle)
    return try places.map { place in
      let (schema, name) = (place.text(0), place.text(1))
      let columns = try PreparedStatement.rows(
        of: "PRAGMA \(SQLName.quoted(schema)).table_xinfo(\(SQLName.quoted(name)))", on: handle)
      return TriggerTable(
        schema: schema, name: name,
        columns: columns.filter { $0.int(6) != 1 }.map { $0.text(1) },
        key: columns.filter { $0.int(5) > 0 }.sorted { $0.int(5) < $1.int(5) }.map { $0.text(1) },
        // 2 and 3 are generated ones, virtual or stored.
        generated: columns.filter { $0.int(6) > 1 }.map { $0.text(1) })
    }
  }
}
