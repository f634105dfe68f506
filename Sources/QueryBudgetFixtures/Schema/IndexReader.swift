import QueryBudget
import QueryBudgetSQLite

/// Reads the unique keys of a table.
///
/// <https://www.sqlite.org/pragma.html#pragma_index_xinfo>
struct IndexReader {
  struct Index {
    let key: UniqueKey
    let isPrimaryKey: Bool
  }

  let rows: (_ sql: String, _ values: [String]) throws -> [[SQLiteValue]]
  let place: TableReader.Place

  /// The indexes that no two rows have the same in, in the order in which they were made; `sql` is
  /// the statement that made one, nil where a constraint of the table did.
  func indexes(sql: (_ index: String) -> String?) throws -> [Index] {
    try rows(place.pragma("index_list", place.name), []).reversed().compactMap { row in
      guard row.int(2) != 0 else { return nil }
      let name = row.text(1)
      let definition = sql(name).map(IndexDefinition.init)
      let terms = try rows(place.pragma("index_xinfo", name), []).filter { $0.int(5) != 0 }
      let key = UniqueKey(
        name: name,
        terms: terms.enumerated().map { Self.term($0.element, number: $0.offset, definition) },
        collations: terms.map { CaseFolding.folded($0.text(4)) },
        condition: definition?.condition)
      return Index(key: key, isPrimaryKey: row.text(3) == "pk")
    }
  }

  private static func term(
    _ row: [SQLiteValue],
    number: Int,
    _ definition: IndexDefinition?
  ) -> UniqueKey.Term {
    if row[2] != .null { return .column(row.text(2)) }
    let terms = definition?.terms ?? []
    return .expression(number < terms.count ? terms[number] : [])
  }
}
