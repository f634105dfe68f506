extension GrowthLaw {
  /// Finds the law that explains every count exactly, by integer arithmetic; nothing is fitted.
  ///
  /// ```swift
  /// let law = GrowthLaw(counts: [2, 11, 101], on: Axis("authors", scales: [1, 10, 100]))
  /// #expect(law.description == "1 + authors")
  /// ```
  ///
  /// The simplest law wins: a constant, a whole number per row, one per batch of rows, a fraction
  /// per row, several per batch. There is one count for each scale of the axis.
  public init(counts: [Int], on axis: Axis) {
    let points = zip(axis.scales, counts).map { (scale: $0, count: $1) }
    if let first = counts.first, counts.allSatisfy({ $0 == first }) {
      self = .constant(first)
    } else if let law = Self.lineOrBatches(through: points, axis.name) {
      self = law
    } else if Self.bendsUpwards(points) {
      self = .fasterThanLinear(counts: counts, growing: [axis.name])
    } else {
      let rises = zip(counts, counts.dropFirst()).contains { $0 < $1 }
      self = .irregular(counts: counts, growing: rises ? [axis.name] : [])
    }
  }

  typealias Point = (scale: Int, count: Int)

  private static func lineOrBatches(through points: [Point], _ axis: String) -> GrowthLaw? {
    let line = line(through: points)
    if let line, line.slope.isWhole { return line.law(on: axis) }
    let batches = BatchSearch(points)?.batches
    guard let line else { return batches?.law(on: axis) }
    // A line through two points is no evidence for a fraction; through three it is, unless it is
    // one per batch: no single count is a fraction.
    if let batches, points.count == 2 || line.slope.isUnitFraction {
      return batches.law(on: axis)
    }
    return line.law(on: axis)
  }

  private struct Line {
    let constant: Rational
    let slope: Rational

    func law(on axis: String) -> GrowthLaw {
      .sum(constant: constant, terms: [Term(slope, .axis(axis))])
    }
  }

  private static func line(through points: [Point]) -> Line? {
    guard let first = points.first, let last = points.last,
      let slope = slope(from: first, to: last),
      let constant = try? Rational(first.count) - slope * Rational(first.scale)
    else { return nil }
    let fits = points.allSatisfy {
      (try? constant + slope * Rational($0.scale)) == Rational($0.count)
    }
    return fits ? Line(constant: constant, slope: slope) : nil
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

extension Rational {
  /// Whether it is one part of something: 1/3, or -1/3.
  fileprivate var isUnitFraction: Bool { numerator.magnitude == 1 }
}
