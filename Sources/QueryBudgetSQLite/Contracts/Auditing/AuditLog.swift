/// A table that tells of the changes of others, and how it is laid out.
///
/// ```swift
/// let usual: AuditLog = "auditEntry"
/// let ours = AuditLog("journal", row: "objectKey", actor: "staff", updates: ["publish"])
/// ```
///
/// Columns that have a usual name are found by it, such as `tableName`, `entity` or `recordType`
/// for the table; the others are given. The values of a change are in
///
/// - one JSON column, `changes`: `{"title": {"old": "Draft", "new": "Final"}}`;
/// - two JSON columns, `old` and `new`: `{"title": "Draft"}` and `{"title": "Final"}`;
/// - or three columns, `field`, `old` and `new`, with an entry for each changed field.
///
/// An insert has new values only, a delete old ones only.
public struct AuditLog: Sendable, Hashable {
  /// The table of the log.
  public let name: String

  let given: [AuditPart: String]
  let words: AuditWords

  /// A log; a column that is left out is found by its name.
  ///
  /// - Parameters:
  ///   - name: The table of the log.
  ///   - table: The column that names the changed table.
  ///   - row: The column with the primary key of the changed row.
  ///   - action: The column that says what was done.
  ///   - actor: The column that says who did it.
  ///   - time: The column that says when.
  ///   - changes: The column with all changed fields, as JSON.
  ///   - field: The column that names the changed field, where each has an entry of its own.
  ///   - old: The column with the value before, or with all of them as JSON.
  ///   - new: The column with the value after, or with all of them as JSON.
  ///   - inserts: More words for an insert, beside `insert`, `create`, `add`, `c` and their like.
  ///   - updates: More words for an update, beside `update`, `change`, `edit`, `u` and their like.
  ///   - deletes: More words for a delete, beside `delete`, `remove`, `d` and their like.
  public init(
    _ name: String,
    table: String? = nil,
    row: String? = nil,
    action: String? = nil,
    actor: String? = nil,
    time: String? = nil,
    changes: String? = nil,
    field: String? = nil,
    old: String? = nil,
    new: String? = nil,
    inserts: [String] = [],
    updates: [String] = [],
    deletes: [String] = []
  ) {
    self.name = name
    let columns: [AuditPart: String?] = [
      .table: table, .row: row, .action: action, .actor: actor, .time: time, .changes: changes,
      .field: field, .old: old, .new: new,
    ]
    given = columns.compactMapValues { $0 }
    words = AuditWords(inserts: inserts, updates: updates, deletes: deletes)
  }
}

extension AuditLog: ExpressibleByStringLiteral {
  /// A log whose columns have usual names.
  public init(stringLiteral name: String) { self.init(name) }
}
