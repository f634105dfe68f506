/// How one step of a query plan reaches a table.
///
/// ```swift
/// let plan = ["SCAN a", "SEARCH book USING INDEX book_authorId (authorId=?)"]
/// let sql = "SELECT * FROM author a JOIN book ON book.authorId = a.id"
/// let accesses = TableAccess.list(plan: plan, sql: sql)
/// #expect(accesses.map(\.description) == ["author scanned", "book by index book_authorId"])
/// ```
///
/// <https://www.sqlite.org/eqp.html>
public enum TableAccess: Sendable, Hashable {
  /// Every row is read.
  case scan(table: String)

  /// Every row is read, in the order of an index.
  case indexScan(table: String, index: String, isCovering: Bool)

  /// Rows are found by the primary key or the rowid.
  case primaryKey(table: String, columns: [String])

  /// Rows are found by an index; no columns where only its first or last entry is read.
  case index(table: String, index: String, columns: [String], isCovering: Bool)

  /// An index is made for this one run and thrown away: one that lasts is missing.
  case automaticIndex(table: String, columns: [String])

  /// The smallest or greatest value is read, without an index: from the rowid's end, or from all
  /// rows.
  case extreme(table: String)

  /// A virtual table finds the rows by itself.
  case virtualTable(table: String)

  /// Rows are sorted, or told apart, in a tree made for this one run: for `ORDER BY`, `GROUP BY`,
  /// `DISTINCT`; in part where an index has done the rest.
  case temporaryTree(purpose: String, isPartial: Bool)

  /// The table, where the step has one.
  public var table: String? {
    switch self {
    case .scan(let table), .indexScan(let table, _, _), .primaryKey(let table, _),
      .index(let table, _, _, _), .automaticIndex(let table, _), .extreme(let table),
      .virtualTable(let table):
      table
    case .temporaryTree: nil
    }
  }
}

extension TableAccess: CustomStringConvertible {
  /// `author by primary key`, `review scanned`, `temporary B-tree for ORDER BY`.
  public var description: String {
    switch self {
    case .scan(let table): "\(table) scanned"
    case .indexScan(let table, let index, let isCovering):
      "\(table) scanned by \(isCovering ? "covering " : "")index \(index)"
    case .primaryKey(let table, _): "\(table) by primary key"
    case .index(let table, let index, _, let isCovering):
      "\(table) by \(isCovering ? "covering " : "")index \(index)"
    case .automaticIndex(let table, let columns):
      "automatic index on \(table) (\(columns.joined(separator: ", ")))"
    case .extreme(let table): "\(table) by its smallest or greatest value"
    case .virtualTable(let table): "\(table) as a virtual table"
    case .temporaryTree(let purpose, let isPartial):
      "temporary B-tree for \(isPartial ? "a part of " : "")\(purpose)"
    }
  }
}
