/// A number of rows as the command line gives it: `100`.
enum RowCount {
  /// More rows of one table than anybody measures with, and as many as memory is sure to hold.
  static let limit = 10_000_000

  /// Reads a count; `word` is what it stands in, as `--rows article=100`.
  static func parse(_ text: some StringProtocol, in word: String) throws -> Int {
    guard let count = Int(text), (0...limit).contains(count) else {
      throw Trouble(
        "\(word): \(text.isEmpty ? "there" : "\(text)") is no count of rows: write a whole number "
          + "from 0 to \(limit).")
    }
    return count
  }

  /// Splits `article=100`; a name may hold an equals sign, a count doesn't.
  static func split(_ text: String) -> (name: String, count: String)? {
    guard let equals = text.lastIndex(of: "=") else { return nil }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
