/// A law with the scales over which it was found.
struct MeasuredLaw {
  let text: String
  let law: GrowthLaw?
  let axes: [Axis]

  init(_ text: String, over axes: [Axis]) {
    self.text = text
    self.axes = axes
    law = GrowthLaw(text, over: axes)
  }

  /// 0 for a constant, 1 for a line, 2 for a product and what is faster than linear.
  var degree: Int {
    switch law {
    case .sum(_, let terms):
      terms.filter { $0.coefficient > 0 }.map { $0.factors.count }.max() ?? 0
    case .fasterThanLinear: 2
    case .irregular(_, let growing): growing.isEmpty ? 0 : 1
    case nil: 0
    }
  }

  /// What the new law counts more than the old one, wherever both are known, most rows last.
  static func differences(from old: MeasuredLaw, to new: MeasuredLaw) -> [Double] {
    points(of: old, new).compactMap { point in
      guard let before = old.count(at: point), let now = new.count(at: point) else { return nil }
      return now - before
    }
  }

  /// How many there are of each axis in the runs of either, most rows last.
  static func points(of old: MeasuredLaw, _ new: MeasuredLaw) -> [[String: Int]] {
    var points: [[String: Int]] = []
    for point in old.points + new.points where !points.contains(point) { points.append(point) }
    return points.sorted { rows(in: $0) < rows(in: $1) }
  }

  /// How many there are of each axis in each run.
  var points: [[String: Int]] {
    Scale.all(of: axes).map { scale in
      Dictionary(zip(scale.axisNames.map(key), scale.axisCounts)) { first, _ in first }
    }
  }

  /// An only axis is the same one whatever its name is.
  private func key(_ axis: String) -> String { axes.count == 1 ? "" : axis }

  /// What the law comes to; nil where nobody knows.
  func count(at point: [String: Int]) -> Double? {
    switch law {
    case .sum(let constant, let terms):
      var sum = constant.value
      for term in terms {
        var product = term.coefficient.value
        for factor in term.factors {
          guard let rows = point[key(factor.axis)] else { return nil }
          product *= Double(factor.value(at: rows))
        }
        sum += product
      }
      return sum
    case .fasterThanLinear(let counts, _), .irregular(let counts, _):
      return points.firstIndex(of: point).map { Double(counts[$0]) }
    case nil: return nil
    }
  }

  private static func rows(in point: [String: Int]) -> Double {
    point.values.reduce(1) { $0 * Double($1) }
  }
}

extension Rational {
  fileprivate var value: Double { Double(numerator) / Double(denominator) }
}
