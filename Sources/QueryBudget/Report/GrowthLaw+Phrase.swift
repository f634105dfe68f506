extension GrowthLaw {
  /// How the count grows, in words.
  ///
  /// `grows by 2 per article`, `grows by one more per 10 articles`, `grows by 2 per 3 articles`,
  /// `grows by 1 per article and by 2 per comment`, `grows by 1 per article and tag
  /// (articles*tags)`, `grows faster than the articles: 1, 4, 16`. The axes are those of the
  /// measurement.
  public func growthPhrase(on axes: [Axis]) -> String {
    switch self {
    case .sum(_, let terms):
      let parts = terms.filter { $0.coefficient > 0 }.map(\.growthPhrase)
      return parts.isEmpty ? "doesn't grow" : "grows " + FailureText.listed(parts)
    case .fasterThanLinear(let counts, let growing):
      return "grows faster than the " + Self.steepest(counts, growing, axes)
    case .irregular(let counts, _):
      return "grows irregularly: \(Self.list(counts))"
    }
  }

  /// The axes along which the counts bend upwards, each with its counts, or all of them.
  private static func steepest(_ counts: [Int], _ growing: [String], _ axes: [Axis]) -> String {
    let measured = MeasuredCounts(counts, at: Scale.all(of: axes), on: axes)
    let bending = axes.indices.compactMap { axis -> String? in
      let runs = measured?.along(axis) ?? []
      guard bendsUpwards(runs.map { ($0.scale[axis], $0.count) }) else { return nil }
      return "\(axes[axis].name): \(list(runs.map(\.count)))"
    }
    if !bending.isEmpty { return bending.joined(separator: ", and than the ") }
    let together = growing.count > 1 ? " together" : ""
    return "\(FailureText.listed(growing))\(together): \(list(counts))"
  }
}

extension GrowthLaw.Term {
  /// `by 2 per article`.
  fileprivate var growthPhrase: String {
    guard factors.count == 1, let factor = factors.first else {
      let product = factors.map(\.description).joined(separator: "*")
      let each = FailureText.listed(factors.map(\.one))
      return "by \(coefficient) per \(each) (\(product))"
    }
    switch factor {
    case .axis(let name) where !coefficient.isWhole:
      return "by \(coefficient.numerator) per \(coefficient.denominator) \(name)"
    case .axis:
      return "by \(coefficient) per \(factor.one)"
    case .batches:
      return "by \(coefficient == 1 ? "one" : "\(coefficient)") more per \(factor.one)"
    }
  }
}

extension GrowthLaw.Factor {
  /// `article`, or `10 articles`.
  fileprivate var one: String {
    switch self {
    case .axis(let name): Axis(name, scales: []).singular
    case .batches(let name, let every, _): "\(every) \(name)"
    }
  }
}
