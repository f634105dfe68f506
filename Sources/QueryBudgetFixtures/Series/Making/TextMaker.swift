import QueryBudgetSQLite

/// Makes series of texts.
struct TextMaker {
  let request: SeriesRequest

  private var domain: ValueDomain { request.domain }

  /// Texts as a person expects them in the column; nil where the domain has none.
  func texts() -> ValueSeries? {
    guard let lengths else { return nil }
    if lengths.upperBound == 0 { return .constant("") }
    let fitter = TextFitter(request: request, lengths: lengths)
    let patterns = TextCandidates(request: request).patterns(upTo: lengths.upperBound)
    let expected = patterns.lazy.compactMap { fitter.fitted(sliced($0)) }.map {
      ValueSeries.text($0)
    }
    let best = request.best(of: expected.filter(isUsable))
    if let best, request.isEnough(best) { return best }
    return request.best(of: [best, shortest(lengths)].compactMap { $0 })
  }

  /// What is left where nothing that people expect fits.
  private func shortest(_ lengths: ClosedRange<Int>) -> ValueSeries? {
    if domain.shape != nil { return ShapeMaker(request: request, lengths: lengths).texts() }
    let codes = CodeMaker(request: request, lengths: lengths)
    return request.best(of: [codes.labelled(), codes.plain()].compactMap { $0 })
  }

  /// Whether a text has the shape that is asked for, and stays one when it is stored.
  private func isUsable(_ series: ValueSeries) -> Bool {
    if domain.shape != nil, !request.admitsSamples(series) { return false }
    guard domain.storageClass != nil, request.column.affinity != .text,
      case .text(let pattern) = series
    else { return true }
    let digits = Set("0123456789.-".utf8)
    return !pattern.parts.allSatisfy { $0.characters.isSubset(of: digits) }
  }

  /// JSON with the row's number in it.
  func json(isArray: Bool) -> ValueSeries? {
    let number = TextCandidates(request: request).number
    let parts: [TextPattern.Part] =
      isArray
      ? [.literal("["), number, .literal("]")] : [.literal("{\"n\":"), number, .literal("}")]
    guard let lengths, parts.reduce(0, { $0 + $1.lengths.lowerBound }) <= lengths.upperBound
    else { return isArray ? .constant("[]") : .constant("{}") }
    return .text(TextPattern(parts))
  }

  /// Whether moments have a length and a case that the column allows.
  func admitsTimes(_ times: ValueSeries) -> Bool {
    guard let lengths, case .text(let pattern) = times else { return false }
    let isRestricted =
      domain.shape != nil || domain.alphabet != nil || domain.letterCase != nil
      || domain.storageClass != nil
    return pattern.parts.allSatisfy { lengths.contains($0.lengths.lowerBound) }
      && (!isRestricted || request.admitsSamples(times))
  }

  /// What the domain allows, and the type where it is kept; nil where nothing is left.
  private var lengths: ClosedRange<Int>? {
    let typed = request.keepsType ? request.type.lengths : nil
    guard let given = domain.lengths else { return typed ?? 0...Int(Int32.max) }
    guard let typed else { return given }
    let low = max(given.lowerBound, typed.lowerBound)
    let high = min(given.upperBound, typed.upperBound)
    return low <= high ? low...high : nil
  }

  /// A letter in front keeps texts of two columns in order.
  private func sliced(_ pattern: TextPattern) -> TextPattern {
    guard let slice = domain.slice else { return pattern }
    let letter = UInt8(ascii: "A") + UInt8(clamping: min(slice.index, 25))
    return TextPattern([.literal(String(UnicodeScalar(letter)) + " ")] + pattern.parts)
  }
}
