/// The texts that people expect in a column, the best first and shorter ones behind it.
struct TextCandidates {
  typealias Part = TextPattern.Part

  let request: SeriesRequest

  /// For the columns of up to so many characters.
  func patterns(upTo length: Int) -> [TextPattern] {
    let parts: [[Part]]
    if let meaning = request.meaning {
      parts =
        people(meaning) ?? places(meaning, length) ?? web(meaning) ?? texts(meaning)
        ?? secrets(meaning, length) ?? lists(meaning, length) ?? numbers(meaning) ?? []
    } else {
      parts = []
    }
    return (parts + [[.literal(label + " "), number]]).map { TextPattern($0) }
  }

  // MARK: Parts

  /// The row's number; another seed shifts it.
  var number: Part {
    let shift = request.seed.numberShift
    return shift == 0 ? .number() : .integer(Counter(first: 1 + shift))
  }

  /// The words of a list, beginning where the column's own seed says.
  func word(_ words: [String], _ part: UInt64 = 0) -> Part {
    .word(words.rotated(by: Int(request.seed.part(part) % UInt64(max(1, words.count)))))
  }

  func hexadecimal(_ digits: Int, _ part: UInt64 = 0) -> Part {
    .hexadecimal(digits: digits, seed: request.seed.part(part))
  }

  private var label: String { request.words.words.joined(separator: " ") }

  /// What the rows of a table are, or what the words in front of a name say.
  private var subject: String {
    let before = request.words.words.dropLast()
    let words = before.isEmpty ? request.tableWords.singular[...] : before
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: Texts by meaning

  private func texts(_ meaning: ColumnMeaning) -> [[Part]]? {
    switch meaning {
    case .name: [[.literal(subject + " "), number]]
    case .title:
      [
        [.literal("The "), word(WordLists.adjectives), .literal(" "), word(WordLists.nouns, 1)]
          + [.literal(" "), number],
        [word(WordLists.things), .literal(" "), number],
      ]
    case .body, .sentence:
      [[word(WordLists.sentences), .literal(" ("), number, .literal(").")]]
    case .json: [[.literal("{\"n\":"), number, .literal("}")]]
    case .slug:
      [
        [
          word(WordLists.adjectives), .literal("-"), word(WordLists.nouns, 1), .literal("-"),
          number,
        ],
        [word(WordLists.nouns), .literal("-"), number],
      ]
    case .code: [[.literal(initials + "-"), number.padded(to: 4)]]
    case .isbn: [[.literal("978"), number.padded(to: 10)]]
    case .version: [[.literal("1."), number, .literal(".0")], [.literal("1."), number]]
    case .fileName: [[word(WordLists.nouns), .literal("-"), number, .literal(".txt")]]
    case .filePath:
      [[.literal("/files/"), word(WordLists.nouns), .literal("-"), number, .literal(".txt")]]
    default: nil
    }
  }

  private var initials: String {
    let letters = request.tableWords.singular.joined().filter { $0.isASCII && $0.isLetter }
    return letters.isEmpty ? "C" : letters.prefix(3).uppercased()
  }

  private func secrets(_ meaning: ColumnMeaning, _ length: Int) -> [[Part]]? {
    switch meaning {
    case .uuid:
      return [
        [hexadecimal(8), .literal("-"), hexadecimal(4, 1), .literal("-4"), hexadecimal(3, 2)]
          + [.literal("-"), word(["8", "9", "a", "b"]), hexadecimal(3, 3), .literal("-")]
          + [hexadecimal(12, 4)],
        [hexadecimal(32)],
      ]
    case .token, .digest:
      let usual = meaning == .digest ? 64 : 32
      // The declared length is that of the digest which it was made for.
      let declared = request.type.lengths?.upperBound
      let lengths = [declared.flatMap { [32, 40, 64].contains($0) ? $0 : nil }, usual, 40, 32, 16]
      return lengths.compactMap { $0 }.map { [hexadecimal($0)] }
        + (length < 16 && length > 7 ? [[hexadecimal(length)]] : [])
    default: return nil
    }
  }

  // MARK: Lists and numbers

  private func lists(_ meaning: ColumnMeaning, _ length: Int) -> [[Part]]? {
    switch meaning {
    case .boolean:
      let words =
        ColumnMeaning.isNegativeFlag(request.words) ? ["false", "true"] : ["true", "false"]
      return [[.word(words.rotated(by: request.seed.rotation(of: 2)))]]
    case .status: return list(WordLists.statuses)
    case .kind: return list(WordLists.kinds)
    case .priority: return list(WordLists.priorities)
    case .role: return list(WordLists.roles)
    case .gender:
      return list(length < 6 ? ["F", "M", "X"] : WordLists.genders)
    case .color: return [[.literal("#"), hexadecimal(6)], [word(WordLists.colors)]]
    case .language: return list(WordLists.languages)
    case .locale: return list(WordLists.locales)
    case .currency: return list(WordLists.currencies)
    case .mimeType:
      return list(WordLists.mimeTypes) + [[.literal("application/x-"), number]]
    case .timeZone: return list(WordLists.timeZones)
    default: return nil
    }
  }

  func list(_ words: [String]) -> [[Part]] {
    [[.word(words.rotated(by: request.seed.rotation(of: words.count)))]]
  }

  /// Numbers in a column of texts.
  private func numbers(_ meaning: ColumnMeaning) -> [[Part]]? {
    switch meaning {
    case .money: return [[number, .literal(".99")], [number]]
    case .ratio: return [[.literal("0."), number.padded(to: 2)]]
    case .latitude: return [[.literal("48."), number.padded(to: 4)]]
    case .longitude: return [[.literal("9."), number.padded(to: 4)]]
    default:
      guard meaning.isNumber else { return nil }
      let usual = NumberMaker(request: request).usualIntegers(meaning)
      if let counter = usual?.counter(shift: 0, needed: 1), counter.count != nil {
        return [[.integer(counter)], [number]]
      }
      return [[number]]
    }
  }
}
