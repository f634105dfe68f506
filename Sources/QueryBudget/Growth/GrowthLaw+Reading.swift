extension GrowthLaw {
  /// Reads a law back from its description; nil where the text is no law over these axes.
  ///
  /// ```swift
  /// let law = GrowthLaw("1 + 2*articles", over: [Axis("articles", scales: [1, 10, 100])])
  /// #expect(law?.grows == true)
  /// ```
  ///
  /// The counts of a law that is faster than linear, or irregular, are those of
  /// ``Scale/all(of:)``.
  public init?(_ description: String, over axes: [Axis]) {
    if let counts = Self.counts(in: description, after: "faster than linear") {
      guard let growing = Self.growing(counts, over: axes) else { return nil }
      self = .fasterThanLinear(counts: counts, growing: growing)
    } else if let counts = Self.counts(in: description, after: "irregular") {
      guard let growing = Self.growing(counts, over: axes) else { return nil }
      self = .irregular(counts: counts, growing: growing)
    } else {
      var reader = LawReader(description, axes: axes.map(\.name))
      guard let law = reader.sum() else { return nil }
      self = law
    }
    // One law has one text: what reads otherwise was written by somebody else.
    guard self.description == description else { return nil }
  }

  private static func counts(in text: String, after words: String) -> [Int]? {
    guard text.hasPrefix(words + " ("), text.hasSuffix(")") else { return nil }
    let list = text.dropFirst(words.count + 2).dropLast()
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
    let counts = parts.compactMap { Int($0.drop { $0 == " " }) }
    return counts.count == parts.count ? counts : nil
  }

  private static func growing(_ counts: [Int], over axes: [Axis]) -> [String]? {
    let scales = Scale.all(of: axes)
    guard scales.count == counts.count else { return nil }
    return MeasuredCounts(counts, at: scales, on: axes)?.growing
  }
}

/// Reads `1 + 2*articles - ceil(articles/10)` term by term.
private struct LawReader {
  private var rest: Substring
  /// The longest first, so that `article tags` is not read as `article`.
  private let axes: [String]

  init(_ text: String, axes: [String]) {
    rest = text[...]
    self.axes = axes.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
  }

  mutating func sum() -> GrowthLaw? {
    var constant = Rational(0)
    var terms: [GrowthLaw.Term] = []
    // The name of an axis may begin with a dash.
    var sign = axes.contains(where: rest.hasPrefix) || !take("-") ? 1 : -1
    while true {
      guard let term = term(sign) else { return nil }
      if term.factors.isEmpty { constant = term.coefficient } else { terms.append(term) }
      if rest.isEmpty { return .sum(constant: constant, terms: terms) }
      if take(" + ") {
        sign = 1
      } else if take(" - ") {
        sign = -1
      } else {
        return nil
      }
    }
  }

  private mutating func term(_ sign: Int) -> GrowthLaw.Term? {
    var numerator = sign
    var factors: [GrowthLaw.Factor] = []
    if let first = factor() {
      factors.append(first)
    } else if let number = number() {
      numerator = number * sign
    } else {
      return nil
    }
    while take("*") {
      guard let next = factor() else { return nil }
      factors.append(next)
    }
    var denominator = 1
    if take("/") {
      guard let number = number() else { return nil }
      denominator = number
    }
    return Rational(numerator, over: denominator).map { GrowthLaw.Term($0, factors) }
  }

  private mutating func factor() -> GrowthLaw.Factor? {
    for rounding in [GrowthLaw.Rounding.up, .down] {
      let start = rest
      if take(rounding.rawValue + "("), let axis = axis(), take("/"), let every = number(),
        every > 0, take(")")
      {
        return .batches(axis, every: every, rounding: rounding)
      }
      rest = start
    }
    return axis().map { .axis($0) }
  }

  private mutating func axis() -> String? {
    axes.first { take($0) }
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }
}
