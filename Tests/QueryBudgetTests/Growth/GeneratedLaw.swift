import QueryBudget

/// A law made up at random, with scales that determine it.
struct GeneratedLaw: CustomStringConvertible {
  let law: GrowthLaw
  let axes: [Axis]
  let runs: [Scale]
  let counts: [Int]

  /// Nil when there is no such count, or when another law gives the same counts and is preferred.
  ///
  /// The constant is raised where a count would be below 0.
  init?(_ law: GrowthLaw, on axes: [Axis], factors: [GrowthLaw.Factor]) {
    let runs = Scale.all(of: axes)
    var counts = runs.compactMap { law.count(at: $0) }
    guard counts.count == runs.count, case .sum(let constant, let terms) = law else { return nil }
    // A constant that is a fraction stays one when a whole number is added to it.
    let missing = max(0, -(counts.min() ?? 0))
    counts = counts.map { $0 + missing }
    guard
      let lifted = Rational(
        constant.numerator + missing * constant.denominator, over: constant.denominator)
    else { return nil }
    self.law = .sum(constant: lifted, terms: terms)
    self.axes = axes
    self.runs = runs
    self.counts = counts
    guard factors.indices.allSatisfy({ isDetermined($0, factors[$0]) }) else { return nil }
  }

  var found: GrowthLaw { GrowthLaw(counts: counts, at: runs, on: axes) }

  var description: String { "\(law): \(counts) at \(runs)" }

  /// Whether the runs along one axis alone show its factor.
  ///
  /// Where nothing changes along it, nothing shows that it counts batches. One per so many rows is
  /// preferred to the line that it lies on. And batches that add something start from no less than
  /// nothing.
  private func isDetermined(_ axis: Int, _ factor: GrowthLaw.Factor) -> Bool {
    let base = runs[0].axisCounts
    let last = runs.indices.filter { run in
      base.indices.allSatisfy { $0 == axis || runs[run].axisCounts[$0] == base[$0] }
    }.max { runs[$0].axisCounts[axis] < runs[$1].axisCounts[axis] }
    guard let last else { return false }
    let start = factor.count(of: base[axis])
    let steps = factor.count(of: runs[last].axisCounts[axis]) - start
    let rise = counts[last] - counts[0]
    guard let slope = Rational(rise, over: steps) else { return false }
    if case .axis = factor { return slope.isWhole || slope.numerator.magnitude > 1 }
    return slope.isWhole && rise != 0 && (slope < 0 || counts[0] >= slope.numerator * start)
  }
}

extension GrowthLaw {
  /// The count at a scale by integers alone, without the arithmetic that is under test; nil when it
  /// is a fraction.
  func count(at scale: Scale) -> Int? {
    guard case .sum(let constant, let terms) = self else { return nil }
    let shared = terms.reduce(constant.denominator) { $0 * $1.coefficient.denominator }
    var total = constant.numerator * (shared / constant.denominator)
    for term in terms {
      var product = term.coefficient.numerator * (shared / term.coefficient.denominator)
      for factor in term.factors {
        guard let axis = scale.axisNames.firstIndex(of: factor.axis) else { return nil }
        product *= factor.count(of: scale.axisCounts[axis])
      }
      total += product
    }
    return total.isMultiple(of: shared) ? total / shared : nil
  }
}

extension GrowthLaw.Factor {
  func count(of rows: Int) -> Int {
    switch self {
    case .axis: rows
    case .batches(_, let every, .up): (rows + every - 1) / every
    case .batches(_, let every, .down): rows / every
    }
  }
}
