/// What the reader of Swift source knows of its keywords.
enum SwiftKeyword {
  /// The words after which a value begins, so that a slash begins a regular expression.
  private static let beforeValues: Set<String> = [
    "as", "await", "case", "else", "if", "in", "is", "return", "switch", "throw", "try", "where",
    "while", "yield",
  ]

  static func isBeforeValue(_ word: ArraySlice<UInt8>) -> Bool {
    (2...6).contains(word.count) && beforeValues.contains(String(decoding: word, as: UTF8.self))
  }
}
