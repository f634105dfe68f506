/// Makes texts of a shape, such as `LIKE 'A-%'` or `GLOB '[A-Z][0-9]*'` ask for.
struct ShapeMaker {
  let request: SeriesRequest
  let lengths: ClosedRange<Int>

  /// Literal parts are kept, free ones count the rows like the digits of one number.
  func texts() -> ValueSeries? {
    guard let shape = request.domain.shape else { return nil }
    let fixed = fixedLength(of: shape)
    let anys = shape.filter { $0 == .any }.count
    guard fixed <= lengths.upperBound else { return nil }
    if anys == 0 {
      return fixed >= lengths.lowerBound ? .text(TextPattern(pattern(shape, filler: nil))) : nil
    }
    let room = (max(0, lengths.lowerBound - fixed))...(lengths.upperBound - fixed)
    let candidates = fillers(room).lazy.map { filler in
      ValueSeries.text(TextPattern(pattern(shape, filler: filler)))
    }
    return request.best(of: candidates)
  }

  private func fixedLength(of shape: [ValueDomain.ShapePart]) -> Int {
    shape.reduce(0) { length, part in
      switch part {
      case .literal(let text): length + text.unicodeScalars.count
      case .oneOf: length + 1
      case .any: length
      }
    }
  }

  /// What the first free part may hold: the row's number, or a code, or nothing.
  private func fillers(_ room: ClosedRange<Int>) -> [TextPattern.Part?] {
    var fillers: [TextPattern.Part?] = []
    let number = TextCandidates(request: request).number
    let fitter = TextFitter(request: request, lengths: room)
    if room.upperBound > 0, let fitted = fitter.fitted(TextPattern([number])) {
      fillers += fitted.parts.prefix(1).map { $0 }
    }
    let codes = CodeMaker(request: request, lengths: room)
    if room.upperBound > 0, case .text(let code)? = codes.plain() {
      fillers += code.parts.prefix(1).map { $0 }
    }
    if room.lowerBound == 0 { fillers.append(nil) }
    return fillers
  }

  /// From the last part to the first, each staying for as long as all behind it take.
  private func pattern(_ shape: [ValueDomain.ShapePart], filler: TextPattern.Part?)
    -> [TextPattern.Part]
  {
    var parts: [TextPattern.Part] = []
    var rows: Int64 = 1
    var isFilled = false
    for part in shape.reversed() {
      switch part {
      case .literal(let text): parts.append(.literal(text))
      case .oneOf(let letters):
        let alphabet = alphabet(letters)
        parts.append(.code(alphabet: alphabet, width: 1, repeats: rows))
        rows = rows.multipliedSaturating(by: Int64(max(1, alphabet.utf8.count)))
      case .any:
        if !isFilled, let filler { parts.append(filler) }
        isFilled = true
      }
    }
    return merged(parts.reversed())
  }

  /// Letters of one alphabet side by side are one code.
  private func merged(_ parts: [TextPattern.Part]) -> [TextPattern.Part] {
    var merged: [TextPattern.Part] = []
    for part in parts {
      if case .code(let alphabet, 1, let repeats) = part,
        case .code(alphabet, let width, let before)? = merged.last,
        before == repeats.multipliedSaturating(by: Int64(alphabet.utf8.count))
      {
        merged[merged.count - 1] = .code(alphabet: alphabet, width: width + 1, repeats: repeats)
      } else {
        merged.append(part)
      }
    }
    return merged
  }

  private func alphabet(_ letters: String) -> String {
    let all = letters.isEmpty ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" : letters
    let allowed = all.filter { letter in
      let isIn = request.domain.alphabet?.contains(letter) ?? true
      switch request.domain.letterCase {
      case .upper: return isIn && !letter.isLowercase
      case .lower: return isIn && !letter.isUppercase
      case nil: return isIn
      }
    }
    let usable = allowed.isEmpty ? all : allowed
    return String(Array(usable).rotated(by: request.seed.rotation(of: usable.count)))
  }
}
