import QueryBudget
import QueryBudgetSQLite

/// Reads the foreign keys of a table.
///
/// <https://www.sqlite.org/pragma.html#pragma_foreign_key_list>
struct ReferenceReader {
  let rows: (_ sql: String, _ values: [String]) throws -> [[SQLiteValue]]
  let place: TableReader.Place

  /// The foreign keys in the order in which they are written; without the columns of the parent its
  /// primary key is meant, and none are known of a parent that isn't there.
  func references(_ written: [TableDefinition.WrittenReference]) throws -> [Reference] {
    let sql = """
      SELECT f.id, f."from", f."to", f."table",
        (SELECT l.name FROM pragma_table_list(f."table") AS l WHERE l.schema = ?2),
        (SELECT c.name FROM pragma_table_xinfo(f."table", ?2) AS c
          WHERE CASE WHEN f."to" IS NULL THEN c.pk = f.seq + 1
            ELSE c.name = f."to" COLLATE NOCASE END)
      FROM pragma_foreign_key_list(?1, ?2) AS f ORDER BY f.id DESC, f.seq
      """
    // Most tables that have none say so without a function.
    guard !written.isEmpty else { return [] }
    let rows = try rows(sql, [place.name, place.schema])
    let keys = rows.reduce(into: [[[SQLiteValue]]]()) { keys, row in
      if keys.last?[0][0] == row[0] { keys[keys.count - 1].append(row) } else { keys.append([row]) }
    }
    return keys.enumerated().map { number, rows in
      let parent = rows[0][4] == .null ? rows[0].text(3) : rows[0].text(4)
      let columns = rows.compactMap { String($0[5]) ?? String($0[2]) }
      // SQLite numbers them from the last one on; two of them may have the same columns.
      let isDeferred = written.count == keys.count && written[number].isDeferred
      let prefix = place.schema == "main" ? "" : "\(place.schema)."
      return Reference(
        key: ForeignKey(
          table: prefix + place.name, columns: rows.map { $0.text(1) },
          parentTable: prefix + parent, parentColumns: columns),
        isDeferred: isDeferred)
    }
  }
}
