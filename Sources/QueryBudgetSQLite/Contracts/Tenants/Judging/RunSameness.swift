import QueryBudget

/// What counts as the same in two runs: what is equal, the keys that the database gave to the rows
/// that each of them inserted, and the times of now.
struct RunSameness {
  private let clock: RunClock

  /// Keys of the one run, and those that stand for them in the other.
  private var keys: [SQLiteValue: Set<SQLiteValue>] = [:]
  private var words: [String: Set<String>] = [:]
  private var texts: [(String, String)] = []

  init(_ reference: TenantRun, _ run: TenantRun, schema: DatabaseSchema, clock: RunClock) {
    self.clock = clock
    let (one, other) = (Self.inserted(by: reference), Self.inserted(by: run))
    for (table, rows) in one {
      guard let others = other[table], others.count == rows.count else { continue }
      for (row, other) in zip(rows, others) { pair(row, other, schema.table(table)) }
    }
  }

  private static func inserted(by run: TenantRun) -> [String: [RowChange]] {
    Dictionary(grouping: run.changes.map(\.change).filter { $0.kind == .insert }, by: \.table)
  }

  /// Numbers are paired where they are rowids: others follow from what the code has read.
  private mutating func pair(_ row: RowChange, _ other: RowChange, _ table: TableSchema?) {
    guard let values = row.new, let others = other.new else { return }
    for place in row.key where values[place] != others[place] {
      let (one, two) = (values[place], others[place])
      let column = row.columns[place]
      if let number = Int64(one), let otherNumber = Int64(two) {
        guard column == "rowid" || column == table?.rowidColumn else { continue }
        keys[.integer(number), default: []].insert(.integer(otherNumber))
        words[one, default: []].insert(two)
      } else if one.count >= 16, one.count == two.count {
        // Random ones: `'6B29FC40-…'`, `X'6b29fc40…'`.
        let (text, otherText) = (Self.bare(one), Self.bare(two))
        texts.append((text, otherText))
        // The same bytes as a UUID writes them.
        if one.hasPrefix("X'"), text.count == 32 {
          texts.append((Self.dashed(text), Self.dashed(otherText)))
        }
      }
    }
  }

  private static func bare(_ literal: String) -> String {
    String(literal.drop { $0 != "'" }.dropFirst().dropLast())
  }

  /// `6B29FC40-CA47-…` of the digits alone.
  private static func dashed(_ digits: String) -> String {
    var rest = digits[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
  }

  /// Whether a value of the one run is that of the other.
  func isSame(_ one: SQLiteValue, _ other: SQLiteValue) -> Bool {
    if one == other || keys[one]?.contains(other) == true { return true }
    switch (one, other) {
    case (.text(let text), .text(let otherText)): return isSame(text, otherText)
    case (.integer(let number), .integer(let otherNumber)):
      return clock.isNow(Double(number)) && clock.isNow(Double(otherNumber))
    case (.real(let number), .real(let otherNumber)):
      return clock.isNow(number) && clock.isNow(otherNumber)
    case (.blob, .blob): return isSame(one.literal, other.literal)
    default: return false
    }
  }

  func isSame(_ one: [SQLiteValue], _ other: [SQLiteValue], but volatile: Set<Int> = []) -> Bool {
    one.count == other.count
      && one.indices.allSatisfy { volatile.contains($0) || isSame(one[$0], other[$0]) }
  }

  /// Whether a text of the one run is that of the other, word by word.
  func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    var (one, other) = clock.leavingOutTimes(one, other)
    for (place, (text, otherText)) in texts.enumerated() {
      one = Self.replacing(text, in: one, by: place)
      other = Self.replacing(otherText, in: other, by: place)
    }
    let (tokens, others) = (Self.tokens(of: one), Self.tokens(of: other))
    return tokens.count == others.count
      && zip(tokens, others).allSatisfy { token, other in
        token == other || words[token]?.contains(other) == true || areBothNow(token, other)
      }
  }

  private static func replacing(_ key: String, in text: String, by place: Int) -> String {
    [key, key.lowercased(), key.uppercased()].reduce(text) {
      $0.replacing($1, with: "(key \(place))")
    }
  }

  private func areBothNow(_ one: String, _ other: String) -> Bool {
    guard let one = Double(one), let other = Double(other) else { return false }
    return clock.isNow(one) && clock.isNow(other)
  }

  /// Words and numbers, and each other character by itself.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var isWord = false
    for character in text {
      let belongs = character.isLetter || character.isNumber
      let isPoint = character == "." && isWord && tokens.last?.allSatisfy(\.isNumber) == true
      if isWord, belongs || isPoint {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
        isWord = belongs
      }
    }
    return tokens
  }
}
