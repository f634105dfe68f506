/// Fits texts into the lengths and letters that a column has.
struct TextFitter {
  let request: SeriesRequest
  let lengths: ClosedRange<Int>

  /// The pattern with its number as long as it may be, and in the case that is asked for; nil where
  /// it doesn't fit.
  func fitted(_ pattern: TextPattern) -> TextPattern? {
    var parts = pattern.parts
    if let letterCase = request.domain.letterCase { parts = parts.map { $0.inCase(letterCase) } }
    if let alphabet = request.domain.alphabet {
      let allowed = Set(alphabet.utf8)
      guard parts.allSatisfy({ $0.characters.isSubset(of: allowed) }) else { return nil }
    }
    return withLengths(parts).map { TextPattern($0) }
  }

  /// A number may grow with the rows; where there is no room for nine digits it begins again.
  private func withLengths(_ parts: [TextPattern.Part]) -> [TextPattern.Part]? {
    // Most columns: measuring all words is dear.
    if lengths.lowerBound == 0, lengths.upperBound > Self.plenty { return parts }
    let open = parts.firstIndex { $0.isOpenNumber }
    let others = parts.filter { !$0.isOpenNumber }
    let low = others.reduce(0) { $0 + $1.lengths.lowerBound }
    let high = others.reduce(0) { $0 + $1.lengths.upperBound }
    guard let open else {
      return low >= lengths.lowerBound && high <= lengths.upperBound ? parts : nil
    }
    let room = lengths.upperBound - high
    let least = max(1, lengths.lowerBound - low)
    guard room >= max(3, least) else { return nil }
    var parts = parts
    parts[open] =
      room >= 9
      ? parts[open].padded(to: least)
      : ending(digits: min(room, max(least, parts[open].lengths.lowerBound))...room)
    return parts
  }

  /// More characters than any pattern has.
  private static let plenty = 1000

  /// The row's number as long as it has no more digits than these.
  private func ending(digits: ClosedRange<Int>) -> TextPattern.Part {
    let all = ValueSeries.power(10, digits.upperBound) ?? .max
    let shift = request.seed.numberShift % (all / 2)
    let first = 1 + shift
    return .integer(Counter(first: first, count: all - first), digits: digits.lowerBound)
  }
}

extension TextPattern.Part {
  /// Whether it is a number without an end.
  var isOpenNumber: Bool {
    switch self {
    case .number: true
    case .integer(let counter, _): counter.count == nil
    default: false
    }
  }

  func padded(to digits: Int) -> TextPattern.Part {
    switch self {
    case .number(let own): .number(digits: max(own, digits))
    case .integer(let counter, let own): .integer(counter, digits: max(own, digits))
    default: self
    }
  }

  /// How many characters it may have; of an open number at least.
  var lengths: ClosedRange<Int> {
    switch self {
    case .literal(let text):
      let length = text.unicodeScalars.count
      return length...length
    case .number(let digits): return digits...max(digits, 9)
    case .integer(let counter, let digits):
      let last = counter.first &+ counter.step &* ((counter.count ?? 1) - 1)
      let ends = [counter.first, last].map { max(digits, String($0).utf8.count) }
      return min(ends[0], ends[1])...max(ends[0], ends[1])
    case .code(_, let width, _): return width...width
    case .word(let words, _):
      var (least, most) = (Int.max, 0)
      // Those of the lists are ASCII.
      for word in words {
        least = min(least, word.utf8.count)
        most = max(most, word.utf8.count)
      }
      return min(least, most)...most
    case .time(let format, _): return format.length...format.length
    case .hexadecimal(let digits, _): return digits...digits
    }
  }

  /// Every character that it may have.
  var characters: Set<UInt8> {
    switch self {
    case .literal(let text): Set(text.utf8)
    case .number, .integer: Set("0123456789".utf8)
    case .code(let alphabet, _, _): Set(alphabet.utf8)
    case .word(let words, _): Set(words.joined().utf8)
    case .time: Set("0123456789-: TZ".utf8)
    case .hexadecimal: Set("0123456789abcdef".utf8)
    }
  }

  func inCase(_ letterCase: ValueDomain.LetterCase) -> TextPattern.Part {
    func changed(_ text: String) -> String {
      letterCase == .upper ? text.uppercased() : text.lowercased()
    }
    switch self {
    case .literal(let text): return .literal(changed(text))
    case .word(let words, let repeats): return .word(words.map(changed), repeats: repeats)
    case .code(let alphabet, let width, let repeats):
      return .code(alphabet: changed(alphabet), width: width, repeats: repeats)
    case .hexadecimal(let digits, _) where letterCase == .upper:
      return .code(alphabet: "0123456789ABCDEF", width: digits)
    default: return self
    }
  }
}

extension TimeFormat {
  fileprivate var length: Int {
    switch self {
    case .date: 10
    case .time: 8
    case .dateTime: 19
    case .iso8601: 20
    case .year: 4
    }
  }
}
