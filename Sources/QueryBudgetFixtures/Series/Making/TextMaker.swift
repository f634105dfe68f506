import QueryBudgetSQLite

/// Makes series of texts.
struct TextMaker {
  let request: SeriesRequest

  private var domain: ValueDomain { request.domain }

  /// Texts as a person expects them in the column; nil where the domain has none.
  func texts() -> ValueSeries? {
    guard let lengths else { return nil }
    if lengths.upperBound == 0 { return .constant("") }
    if domain.shape != nil {
      return ShapeMaker(request: request, lengths: lengths).texts()
    }
    let fitter = TextFitter(request: request, lengths: lengths)
    let expected = TextCandidates(request: request).patterns(upTo: lengths.upperBound)
    let candidates = expected.lazy.compactMap { fitter.fitted(sliced($0)) }
    let codes = CodeMaker(request: request, lengths: lengths)
    let all = candidates.map { ValueSeries.text($0) }
    return request.best(of: Array(all) + [codes.labelled(), codes.plain()].compactMap { $0 })
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
    return pattern.parts.allSatisfy { lengths.contains($0.lengths.lowerBound) }
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
