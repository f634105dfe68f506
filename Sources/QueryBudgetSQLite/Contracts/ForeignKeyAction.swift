import CSQLite

/// A foreign key, and what SQLite does to its rows when their parent goes or gets another key.
///
/// <https://www.sqlite.org/foreignkeys.html#fk_actions>
struct ForeignKeyAction: Sendable, Hashable {
  let table: String
  let columns: [String]
  let parent: String
  /// The columns that it refers to; none where it refers to the primary key without naming it.
  let parentColumns: [String]
  let onDelete: String
  let onUpdate: String

  /// Whether rows change when their parent is deleted.
  var changesOnDelete: Bool { Self.changing.contains(onDelete) }

  /// Whether rows change when the key of their parent does.
  var changesOnUpdate: Bool { Self.changing.contains(onUpdate) }

  private static let changing: Set<String> = ["CASCADE", "SET NULL", "SET DEFAULT"]

  /// `comment.articleId references article ON DELETE CASCADE`.
  var shown: String {
    let columns = columns.map { "\(table).\($0)" }.joined(separator: ", ")
    let actions =
      (changesOnDelete ? " ON DELETE \(onDelete)" : "")
      + (changesOnUpdate ? " ON UPDATE \(onUpdate)" : "")
    return "\(columns) references \(parent)\(actions)"
  }

  /// The foreign keys of a table, in the order of their declaration.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_foreign_key_list>
  static func all(
    of table: String, in schema: String = "main", on handle: OpaquePointer
  ) throws -> [ForeignKeyAction] {
    let rows = try PreparedStatement.rows(
      of: "PRAGMA \(SQLName.quoted(schema)).foreign_key_list(\(SQLName.quoted(table)))", on: handle)
    let keys = Dictionary(grouping: rows) { $0.int(0) }
    return keys.sorted { $0.key > $1.key }.map { _, rows in
      let rows = rows.sorted { $0.int(1) < $1.int(1) }
      return ForeignKeyAction(
        table: table, columns: rows.map { $0.text(3) }, parent: rows[0].text(2),
        parentColumns: rows.map { $0.text(4) }.filter { !$0.isEmpty },
        onDelete: rows[0].text(6), onUpdate: rows[0].text(5))
    }
  }
}
