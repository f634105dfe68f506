import CSQLite

/// A table that is held against being append-only, as the database declares it.
struct LogTable {
  struct Column {
    let name: String
    let type: String
    let isNotNull: Bool
    /// Nobody can write it.
    let isGenerated: Bool
  }

  let name: String
  let columns: [Column]
  let key: [String]
  /// By which name the rowid goes where it is no column; nil where there is none.
  ///
  /// <https://www.sqlite.org/lang_createtable.html#rowid>
  let hiddenRowid: String?
  /// The columns of each UNIQUE constraint or index, beside the primary key.
  let uniqueKeys: [[String]]
  let foreignKeys: [ForeignKeyAction]
  /// The texts in its declaration, such as those that a CHECK allows.
  let words: [String]

  /// Reads a table of `main`.
  init(_ name: String, on handle: OpaquePointer) throws {
    let quoted = SQLName.quoted(name)
    self.name = name
    let infos = try PreparedStatement.rows(of: "PRAGMA table_xinfo(\(quoted))", on: handle)
    columns = infos.filter { $0.int(6) != 1 }.map {
      Column(
        name: $0.text(1), type: $0.text(2).uppercased(), isNotNull: $0.int(3) != 0,
        isGenerated: $0.int(6) > 1)
    }
    let keys = infos.filter { $0.int(5) > 0 }.sorted { $0.int(5) < $1.int(5) }
    key = keys.map { $0.text(1) }
    let isColumn = key.count == 1 && keys[0].text(2).uppercased() == "INTEGER"
    let names = Set(columns.map { $0.name.lowercased() })
    hiddenRowid = ["rowid", "_rowid_", "oid"].first { rowid in
      !isColumn && !names.contains(rowid)
        && (try? PreparedStatement("SELECT \(rowid) FROM \(quoted)", on: handle)) != nil
    }
    uniqueKeys = try Self.uniqueKeys(of: quoted, on: handle).filter { [key] in $0 != key }
    foreignKeys = try ForeignKeyAction.all(of: name, on: handle)
    words = try Self.words(of: name, on: handle)
  }

  var quoted: String { SQLName.quoted(name) }

  /// The columns that can be written.
  var writable: [Column] { columns.filter { !$0.isGenerated } }

  /// What makes a row take the place of another one.
  var keys: [[String]] {
    (key.isEmpty ? [] : [key]) + uniqueKeys + (hiddenRowid.map { [[$0]] } ?? [])
  }

  /// <https://www.sqlite.org/pragma.html#pragma_index_list>
  private static func uniqueKeys(of quoted: String, on handle: OpaquePointer) throws -> [[String]] {
    try PreparedStatement.rows(of: "PRAGMA index_list(\(quoted))", on: handle)
      .filter { $0.int(2) != 0 }.map { index in
        try PreparedStatement.rows(
          of: "PRAGMA index_info(\(SQLName.quoted(index.text(1))))", on: handle)
      }
      // An expression has no column.
      .filter { columns in !columns.contains { $0[2] == .null } }
      .map { columns in columns.map { $0.text(2) } }
  }

  private static func words(of name: String, on handle: OpaquePointer) throws -> [String] {
    let sql = try PreparedStatement.rows(
      of: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [name], on: handle)
    return sql.first?.text(0).matches(of: #/'((?:[^']|'')*)'/#)
      .map { String($0.1).replacing("''", with: "'") } ?? []
  }
}

extension LogTable {
  /// Its rows now, those without a primary key told apart by their rowid.
  func contents(on handle: OpaquePointer) throws -> TableContents {
    let rowid = hiddenRowid.map { $0 + ", " } ?? ""
    let statement = try PreparedStatement("SELECT \(rowid)* FROM \(quoted)", on: handle)
    let names = statement.columns
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.values) }
    let places = key.isEmpty ? [0] : key.compactMap { names.lastIndex(of: $0) }
    return TableContents(name: name, columns: names, key: places, rows: rows)
  }
}
