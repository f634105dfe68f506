/// Names as a person would write them in SQL.
enum SQLText {
  /// The name, in quotes where it needs them: `author`, `"order"`, `"my table"`.
  static func name(_ name: String) -> String {
    isBare(name) ? name : "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// The name of a table, behind that of the database where that is an attached one.
  static func table(_ table: String) -> String {
    table.split(separator: ".", omittingEmptySubsequences: false)
      .map { name(String($0)) }.joined(separator: ".")
  }

  /// `author.id`, or `(line.orderId, line.number)` for several columns.
  static func columns(_ columns: [String], of table: String) -> String {
    let names = columns.map { "\(self.table(table)).\(name($0))" }
    return names.count == 1 ? names[0] : "(" + names.joined(separator: ", ") + ")"
  }

  private static func isBare(_ text: String) -> Bool {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: Normalizer.slack)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, let first = bytes.first else { return false }
      let end = start + text.utf8.count
      var tokens = TokenReader(start: start, end: end)
      let token = tokens.next()
      let isKeyword = token.keyword?.roles.contains(.reserved) == true
      // `$x` is a parameter, and a name that begins with a digit is a number.
      return first != UInt8(ascii: "$") && token.kind == .word && token.end == end && !isKeyword
    }
  }
}
