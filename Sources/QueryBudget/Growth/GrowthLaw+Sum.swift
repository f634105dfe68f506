extension GrowthLaw {
  /// The law of counts taken together, or nil when one of them follows none.
  ///
  /// The axes say in which order its terms are written.
  static func sum(of laws: [GrowthLaw], on axes: [Axis]) -> GrowthLaw? {
    var total = Rational(0)
    var coefficients: [[Factor]: Rational] = [:]
    do throws(RationalOverflow) {
      for law in laws {
        guard case .sum(let constant, let terms) = law else { return nil }
        total = try total + constant
        for term in terms {
          coefficients[term.factors] =
            try (coefficients[term.factors] ?? Rational(0)) + term.coefficient
        }
      }
    } catch { return nil }
    return .sum(constant: total, terms: sorted(coefficients, on: axes.map(\.name)))
  }

  /// Terms by degree, then in the order of the axes, rows before batches: the same law always reads
  /// the same.
  static func sorted(_ coefficients: [[Factor]: Rational], on axes: [String]) -> [Term] {
    func place(_ factor: Factor) -> (Int, Int, String) {
      let axis = axes.firstIndex(of: factor.axis) ?? axes.count
      return (axis, factor.batchSize, factor.description)
    }
    return
      coefficients
      .filter { $0.value != 0 }
      .map { Term($0.value, $0.key) }
      .sorted { left, right in
        guard left.factors.count == right.factors.count else {
          return left.factors.count < right.factors.count
        }
        return left.factors.lexicographicallyPrecedes(right.factors) { place($0) < place($1) }
      }
  }
}

extension GrowthLaw.Factor {
  fileprivate var batchSize: Int {
    if case .batches(_, let every, _) = self { every } else { 0 }
  }
}
