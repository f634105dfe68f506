/// Names as SQL writes them.
package enum SQLName {
  /// The name in double quotes, whatever is in it.
  ///
  /// <https://www.sqlite.org/lang_keywords.html>
  package static func quoted(_ name: String) -> String {
    // Few names hold a quote, and to look for one is cheaper than to replace it.
    let quote = UInt8(ascii: "\"")
    let inside = name.utf8.contains(quote) ? name.replacing("\"", with: "\"\"") : name
    return "\"" + inside + "\""
  }

  /// The name by which the rowid of a table without a primary key is reached: one of the three that
  /// no column has.
  ///
  /// <https://www.sqlite.org/rowidtable.html>
  static func rowid(besides columns: [String]) -> String {
    let taken = Set(columns.map { $0.lowercased() })
    return ["rowid", "_rowid_", "oid"].first { !taken.contains($0) } ?? "rowid"
  }
}
