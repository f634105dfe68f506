extension TextCandidates {
  /// On the web: names and addresses that are kept for examples.
  func web(_ meaning: ColumnMeaning) -> [[Part]]? {
    switch meaning {
    case .url:
      [
        [.literal("https://example.com/"), word(WordLists.nouns), .literal("/"), number],
        [.literal("https://example.org/"), number], [.literal("//example.org/"), number],
      ]
    case .imageURL: [[.literal("https://example.com/images/"), number, .literal(".jpg")]]
    case .hostName:
      [
        [word(WordLists.nouns), .literal("-"), number, .literal(".example.com")],
        [.literal("h"), number, .literal(".example.org")],
      ]
    case .ipAddress: [fourParts, eightParts]
    case .macAddress: [macAddress]
    case .userAgent: [[.literal("Mozilla/5.0 (X11; Linux x86_64) Example/"), number]]
    default: nil
    }
  }

  /// The three networks of documentation.
  private var fourParts: [Part] {
    [
      .word(
        ["192.0.2.", "198.51.100.", "203.0.113."].rotated(by: request.seed.rotation(of: 3)),
        repeats: 254),
      .integer(Counter(first: 1, count: 254)),
    ]
  }

  /// The one of longer addresses.
  private var eightParts: [Part] {
    let digits = "0123456789abcdef"
    return [
      .literal("2001:db8::"), .code(alphabet: digits, width: 4, repeats: 65536), .literal(":"),
      .code(alphabet: digits, width: 4),
    ]
  }

  /// One that is given out locally, to no device.
  private var macAddress: [Part] {
    let vendor = WordLists.hexadecimalPair(request.seed.part(0))
    return [
      .literal("02:00:\(vendor):"), hexadecimalPair(2), .literal(":"), hexadecimalPair(1),
      .literal(":"), hexadecimalPair(0),
    ]
  }

  private func hexadecimalPair(_ place: Int) -> Part {
    .code(alphabet: "0123456789abcdef", width: 2, repeats: 1 << (8 * Int64(place)))
  }
}
