/// The law of counts as a sum of products of one factor for each axis.
///
/// A run in which one axis has moved from the base shows how often its factor counts; one in which
/// two have moved shows it of their product, once those of the two alone are known. What no such
/// run shows is looked for in all the others: one more product, a whole number of times.
struct ProductLaw {
  private let measured: MeasuredCounts
  private let factors: [GrowthLaw.Factor]
  private let values: FactorValues

  init(of measured: MeasuredCounts, _ factors: [GrowthLaw.Factor]) {
    self.measured = measured
    self.factors = factors
    values = FactorValues(of: factors, in: measured)
  }

  /// The law that explains every count, or nil when none does, or several do equally well.
  var law: GrowthLaw? {
    guard let products = try? explanation() else { return nil }
    var coefficients: [[GrowthLaw.Factor]: Rational] = [:]
    for (axes, coefficient) in products.coefficients where !axes.isEmpty {
      coefficients[axes.map { factors[$0] }] = coefficient
    }
    return .sum(
      constant: products.coefficients[[]] ?? 0,
      terms: GrowthLaw.sorted(coefficients, on: measured.axes))
  }

  /// Whether some count is more than such a law could explain, and none is less.
  var isExceeded: Bool {
    guard let (_, left) = try? values.shown(by: counts) else { return false }
    // Of three axes and more a product may explain what is left, even one that isn't found.
    let told = zip(values.moved, left).filter { $0.0.count < 3 }.map(\.1)
    return told.contains { $0 > 0 } && told.allSatisfy { $0 >= 0 }
  }

  private var counts: [Rational] { measured.runs.map { Rational($0.count) } }

  private func explanation() throws(RationalOverflow) -> Products? {
    let (shown, left) = try values.shown(by: counts)
    if left.allSatisfy({ $0 == 0 }) { return shown }
    var found: [Products] = []
    for axes in values.hiddenProducts {
      let product = try values.values(of: axes)
      let (shownOfIt, leftOfIt) = try values.shown(by: product)
      guard let run = leftOfIt.lastIndex(where: { $0 != 0 }) else { continue }
      let times = try left[run] / leftOfIt[run]
      // Nothing else confirms this number: a fraction is what chance would give.
      guard times.isWhole, zip(left, leftOfIt).allSatisfy({ $0 == (try? times * $1) }) else {
        continue
      }
      let rest = try shown.adding(shownOfIt, times: 0 - times)
      try found.append(rest.adding(Products([axes: 1]), times: times))
    }
    let simplest = found.map(\.coefficients.count).min()
    let best = found.filter { $0.coefficients.count == simplest }
    return best.count == 1 ? best[0] : nil
  }
}
