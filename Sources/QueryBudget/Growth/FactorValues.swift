/// What the factor of each axis comes to in each run.
struct FactorValues {
  /// The axes on which each run differs from the base.
  let moved: [[Int]]

  private let runs: [[Rational]]

  init(of factors: [GrowthLaw.Factor], in measured: MeasuredCounts) {
    moved = measured.runs.map(\.moved)
    runs = measured.runs.map { run in
      zip(factors, run.scale).map { Rational($0.value(at: $1)) }
    }
  }

  /// The product of these axes' factors in each run.
  func values(of axes: [Int]) throws(RationalOverflow) -> [Rational] {
    var products: [Rational] = []
    for run in runs {
      var product = Rational(1)
      for axis in axes { product = try product * run[axis] }
      products.append(product)
    }
    return products
  }

  /// The products that the runs with one or two moved axes show in these values, and what is then
  /// left of each value.
  func shown(by values: [Rational]) throws(RationalOverflow) -> (Products, left: [Rational]) {
    guard let base = runs.first else { return (Products([:]), []) }
    var found = Products([[]: values[0]])
    var left: [Rational] = []
    for value in values { try left.append(value - values[0]) }
    for axes in shownProducts {
      let steps = try steps(along: axes)
      guard let run = shows(axes, steps) else { continue }
      let coefficient = try left[run] / steps[run]
      found = try found.adding(Products.moved(axes, from: base), times: coefficient)
      for other in left.indices { left[other] = try left[other] - coefficient * steps[other] }
    }
    return (found, left)
  }

  /// The products of two axes and more that no run shows by itself.
  var hiddenProducts: [[Int]] {
    let axes = runs.first?.indices ?? 0..<0
    // Beyond a handful of axes there would be too many products to try.
    guard axes.count <= 8 else { return [Array(axes)] }
    return (0..<(1 << axes.count))
      .map { members in axes.filter { members & (1 << $0) != 0 } }
      .filter { $0.count > 1 && !isShown($0) }
  }

  private func isShown(_ axes: [Int]) -> Bool {
    guard axes.count == 2, let steps = try? steps(along: axes) else { return false }
    return shows(axes, steps) != nil
  }

  /// The axes alone, then the pairs.
  private var shownProducts: [[Int]] {
    let axes = Array(runs.first?.indices ?? 0..<0)
    return axes.map { [$0] } + axes.flatMap { first in axes[(first + 1)...].map { [first, $0] } }
  }

  /// The run in which exactly these axes have moved, and their factors as well.
  private func shows(_ axes: [Int], _ steps: [Rational]) -> Int? {
    moved.indices.first { moved[$0] == axes && steps[$0] != 0 }
  }

  /// `(a - a₀)*(b - b₀)` in each run.
  private func steps(along axes: [Int]) throws(RationalOverflow) -> [Rational] {
    guard let base = runs.first else { return [] }
    var steps: [Rational] = []
    for run in runs {
      var step = Rational(1)
      for axis in axes { step = try step * (run[axis] - base[axis]) }
      steps.append(step)
    }
    return steps
  }
}
