/// The words of a column's name, in lower case, however it joins them: `author_email`, `authorEmail`,
/// `AUTHOR_EMAIL`, `author email`.
struct ColumnWords: Sendable, Hashable {
  let words: [String]

  init(_ name: String) {
    let words = Self.split(name)
    // address_line_2 says no more than address_line does.
    let withoutNumbers = words.filter { !($0.utf8.first.map(Self.isDigit) ?? true) }
    self.words = withoutNumbers.isEmpty ? words : withoutNumbers
  }

  /// The name of a column without the name of its table in front: `articleTitle` of `articles`.
  init(column: String, table: ColumnWords) {
    let all = ColumnWords(column).words
    let prefix = table.singular
    let hasPrefix =
      all.count > prefix.count && ColumnWords(all.prefix(prefix.count)).singular == prefix
    words = hasPrefix ? Array(all.dropFirst(prefix.count)) : all
  }

  private init(_ words: ArraySlice<String>) { self.words = Array(words) }

  var last: String { words.last ?? "" }

  /// Without a last word that says how a moment is counted: `created_at_ms`; nil where there is none.
  var withoutUnit: ColumnWords? {
    words.count > 1 && Self.units.contains(last) ? ColumnWords(words.dropLast()) : nil
  }

  private static let units: Set<String> = [
    "ms", "millis", "milliseconds", "msec", "us", "micros", "microseconds", "ns", "nanos",
    "nanoseconds", "seconds", "secs", "sec", "utc", "gmt", "unix", "epoch", "julian", "local",
  ]

  /// The last words in one, as a name without anything between its words has them: `emailaddress`.
  func ending(_ count: Int) -> String? {
    words.count < count ? nil : words.suffix(count).joined()
  }

  /// The words of one row's name, where the table is named after many.
  var singular: [String] {
    guard let last = words.last else { return [] }
    return words.dropLast() + [Self.singular(of: last)]
  }

  private static func singular(of word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word == "people" { return "person" }
    let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
    return isPlural && word.utf8.count > 3 ? String(word.dropLast()) : word
  }

  // MARK: Splitting

  private static func split(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    var words: [String] = []
    var word: [UInt8] = []
    for (at, byte) in bytes.enumerated() {
      if !word.isEmpty, begins(at, bytes) {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      if isLetter(byte) || isDigit(byte) { word.append(isUpper(byte) ? byte | 0x20 : byte) }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether a word ends before this byte: `authorEmail` has two, and so has `URLPath`.
  private static func begins(_ at: Int, _ bytes: [UInt8]) -> Bool {
    guard at > 0 else { return false }
    let (before, byte) = (bytes[at - 1], bytes[at])
    if !isLetter(byte) && !isDigit(byte) { return true }
    if isDigit(byte) != isDigit(before) { return true }
    guard isUpper(byte) else { return false }
    let isNextLower = at + 1 < bytes.count && isLetter(bytes[at + 1]) && !isUpper(bytes[at + 1])
    return !isUpper(before) || isNextLower
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Bytes of letters outside of ASCII are letters too.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isUpper(byte) || isUpper(byte & 0xDF) && byte >= UInt8(ascii: "a")
  }
}
