/// Makes texts that have to be short, or of few letters.
struct CodeMaker {
  let request: SeriesRequest
  let lengths: ClosedRange<Int>

  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let digits = "0123456789"

  /// The first letter of the column's name and a number: `n0012`.
  func labelled() -> ValueSeries? {
    guard lengths.upperBound >= 4 else { return nil }
    let fitter = TextFitter(request: request, lengths: lengths)
    let letter = String(request.words.last.prefix(1))
    return fitter.fitted(TextPattern([.literal(letter), .number()])).map { .text($0) }
  }

  /// Letters alone, as many as make enough different texts; then digits and lower case among them.
  func plain() -> ValueSeries? {
    let candidates = alphabets.lazy.compactMap { alphabet in
      width(alphabet).map { width in
        ValueSeries.text(TextPattern([.code(alphabet: rotated(alphabet), width: width)]))
      }
    }
    return request.best(of: candidates)
  }

  private var alphabets: [String] {
    let domain = request.domain
    if let alphabet = domain.alphabet {
      let allowed = alphabet.filter { letter in
        switch domain.letterCase {
        case .upper: !letter.isLowercase
        case .lower: !letter.isUppercase
        case nil: true
        }
      }
      // A text in front of and behind blanks is often another one to who reads it.
      let withoutBlank = allowed.filter { $0 != " " }
      return [withoutBlank.isEmpty ? allowed : withoutBlank]
    }
    switch domain.letterCase {
    case .upper: return [Self.upper, Self.upper + Self.digits]
    case .lower: return [Self.lower, Self.lower + Self.digits]
    case nil:
      return [Self.upper, Self.upper + Self.digits, Self.upper + Self.digits + Self.lower]
    }
  }

  /// The least width with enough different texts; the greatest where there are never enough.
  private func width(_ alphabet: String) -> Int? {
    guard !alphabet.isEmpty else { return nil }
    let wanted = max(request.needed, lengths.upperBound > 4 ? 1000 : 1)
    let least = max(1, lengths.lowerBound)
    let most = min(lengths.upperBound, least + 20)
    guard least <= most else { return nil }
    // A short code fills its column: a CHAR(2) has two letters.
    if lengths.upperBound <= 3 { return most }
    let letters = Int64(alphabet.utf8.count)
    return (least...most).first { (ValueSeries.power(letters, $0) ?? .max) >= wanted } ?? most
  }

  private func rotated(_ alphabet: String) -> String {
    String(Array(alphabet).rotated(by: request.seed.rotation(of: alphabet.count)))
  }
}
