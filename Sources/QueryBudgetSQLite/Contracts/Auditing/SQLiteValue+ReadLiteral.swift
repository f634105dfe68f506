extension SQLiteValue {
  /// The value that a literal stands for, as SQLite's `quote` writes it; nil for any other text.
  ///
  /// <https://www.sqlite.org/lang_corefunc.html#quote>
  init?(literal: String) {
    if literal == "NULL" {
      self = .null
    } else if literal.hasPrefix("X'"), literal.hasSuffix("'") {
      let digits = Array(literal.utf8.dropFirst(2).dropLast())
      self = .blob(
        stride(from: 0, to: digits.count - 1, by: 2).compactMap {
          UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        })
    } else if literal.hasPrefix("'"), literal.hasSuffix("'"), literal.utf8.count > 1 {
      self = .text(String(literal.dropFirst().dropLast()).replacing("''", with: "'"))
    } else if let integer = Int64(literal) {
      self = .integer(integer)
    } else if let real = Double(literal) {
      self = .real(real)
    } else {
      return nil
    }
  }
}
