import CSQLite

/// Triggers that refuse to rewrite a table, ready to paste.
///
/// <https://www.sqlite.org/lang_createtrigger.html#raise>
struct GuardingTrigger {
  let table: LogTable
  private let taken: Set<String>

  init(of table: LogTable, on handle: OpaquePointer) throws {
    self.table = table
    let names = try PreparedStatement.rows(of: "SELECT name FROM sqlite_master", on: handle)
    taken = Set(names.map { $0.text(0).lowercased() })
  }

  /// Refuses every UPDATE.
  var update: [String] { trigger("Update", "BEFORE UPDATE", nil, "changed") }

  /// Refuses every DELETE.
  var delete: [String] { trigger("Delete", "BEFORE DELETE", nil, "deleted") }

  /// Refuses to insert a row whose key is taken.
  func replace(_ keys: [[String]]) -> [String] {
    let conditions = keys.map { key in
      key.map { "\(shown($0)) = NEW.\(shown($0))" }.joined(separator: " AND ")
    }
    let isOne = conditions.count == 1
    let condition = conditions.map { isOne || !$0.contains(" AND ") ? $0 : "(\($0))" }
      .joined(separator: " OR ")
    return trigger(
      "Replace", "BEFORE INSERT",
      "WHEN EXISTS (SELECT 1 FROM \(shown(table.name)) WHERE \(condition))", "replaced")
  }

  private func trigger(
    _ name: String, _ event: String, _ condition: String?, _ done: String
  ) -> [String] {
    let names = [""] + (2...99).map(String.init)
    let free = names.map { "\(table.name)Refuses\(name)\($0)" }
      .first { !taken.contains($0.lowercased()) }
    return [
      "CREATE TRIGGER \(shown(free ?? name)) \(event) ON \(shown(table.name))", condition,
      "BEGIN SELECT RAISE(ABORT, '\(table.name.replacing("'", with: "''")) is append-only: no row is "
        + "\(done)'); END;",
    ].compactMap { $0 }
  }

  /// Without quotes, where it needs none.
  ///
  /// <https://www.sqlite.org/c3ref/keyword_check.html>
  private func shown(_ name: String) -> String {
    let isPlain = name.wholeMatch(of: #/[A-Za-z_][A-Za-z0-9_]*/#) != nil
    return isPlain && sqlite3_keyword_check(name, Int32(name.utf8.count)) == 0
      ? name : SQLName.quoted(name)
  }
}
