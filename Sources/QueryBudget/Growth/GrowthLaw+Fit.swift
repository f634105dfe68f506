extension GrowthLaw {
  /// Finds the law that explains every count exactly, by integer arithmetic; nothing is fitted.
  ///
  /// ```swift
  /// GrowthLaw(counts: [2, 11, 101], on: Axis("authors", scales: [1, 10, 100]))  // 1 + authors
  /// ```
  ///
  /// The simplest law wins: a constant, whole numbers per row, one per batch of rows, a fraction
  /// per row. There is one count for each scale of the axis.
  public init(counts: [Int], on axis: Axis) {
    let points = Array(zip(axis.scales, counts))
    if let first = counts.first, counts.allSatisfy({ $0 == first }) {
      self = .constant(first)
    } else if let line = Self.line(through: points, axis.name), line.isWhole {
      self = line
    } else if let batches = Self.batches(through: points, axis.name) {
      self = batches
    } else if let line = Self.line(through: points, axis.name) {
      self = line
    } else if Self.bendsUpwards(points) {
      self = .fasterThanLinear(counts: counts, growing: [axis.name])
    } else {
      let rises = zip(counts, counts.dropFirst()).contains { $0 < $1 }
      self = .irregular(counts: counts, growing: rises ? [axis.name] : [])
    }
  }

  private var isWhole: Bool {
    guard case .sum(let constant, let terms) = self else { return false }
    return constant.isWhole && terms.allSatisfy { $0.coefficient.isWhole }
  }

  typealias Point = (scale: Int, count: Int)

  private static func line(through points: [Point], _ axis: String) -> GrowthLaw? {
    guard let first = points.first, let last = points.last,
      let slope = slope(from: first, to: last),
      let constant = try? Rational(first.count) - slope * Rational(first.scale)
    else { return nil }
    let fits = points.allSatisfy {
      (try? constant + slope * Rational($0.scale)) == Rational($0.count)
    }
    return fits ? .sum(constant: constant, terms: [Term(slope, .axis(axis))]) : nil
  }

  /// The smallest batch that explains the counts, if there is one.
  private static func batches(through points: [Point], _ axis: String) -> GrowthLaw? {
    guard let first = points.first, let last = points.last, last.count > first.count,
      last.scale > 2
    else { return nil }
    for every in 2...last.scale {
      for rounding in [Rounding.up, .down] {
        func number(_ scale: Int) -> Int {
          rounding == .up ? (scale + every - 1) / every : scale / every
        }
        let batches = number(last.scale) - number(first.scale)
        guard batches > 0, (last.count - first.count).isMultiple(of: batches) else { continue }
        let coefficient = (last.count - first.count) / batches
        let constant = first.count - coefficient * number(first.scale)
        // Without rows nothing can have run less than never.
        guard constant >= 0 else { continue }
        if points.allSatisfy({ constant + coefficient * number($0.scale) == $0.count }) {
          return .sum(
            constant: Rational(constant),
            terms: [Term(Rational(coefficient), .batches(axis, every: every, rounding: rounding))]
          )
        }
      }
    }
    return nil
  }

  /// Whether the count never falls and each stretch is at least as steep as the one before it.
  static func bendsUpwards(_ points: [Point]) -> Bool {
    let slopes = zip(points, points.dropFirst()).compactMap { slope(from: $0, to: $1) }
    guard let first = slopes.first, let last = slopes.last, slopes.count == points.count - 1
    else { return false }
    return first >= 0 && last > first && zip(slopes, slopes.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private static func slope(from first: Point, to last: Point) -> Rational? {
    try? Rational(
      Rational.difference(last.count, first.count),
      over: Rational.difference(last.scale, first.scale)
    )
  }
}
