/// Looks for batches that explain counts, by the sizes that each count allows, never size by size.
struct BatchSearch {
  private let points: [GrowthLaw.Point]

  /// How much more the last count is than the first.
  private let rise: Int

  /// How much larger the last scale is than the first.
  private let width: Int

  /// Nil for counts that no batches explain: below 0, the same at both ends, or out of all bounds.
  init?(_ points: [GrowthLaw.Point]) {
    // A quarter of all numbers, so that sums and differences of two stay within them.
    let sane = 0...(Int.max / 4)
    guard let first = points.first, let last = points.last, last.scale > first.scale,
      last.count != first.count,
      points.allSatisfy({ sane.contains($0.scale) && sane.contains($0.count) })
    else { return nil }
    self.points = points
    rise = last.count - first.count
    width = last.scale - first.scale
  }

  /// The likeliest batches; few for each batch before many.
  var batches: Batches? {
    for coefficient in coefficients {
      let found = [GrowthLaw.Rounding.up, .down].flatMap { candidates(coefficient, $0) }
      if let best = found.min(by: { $0.isLikelier(than: $1) }) { return best }
    }
    return nil
  }

  /// What divides every step from one count to the next, the smallest first.
  private var coefficients: [Int] {
    let shared = Int(
      zip(points, points.dropFirst()).reduce(UInt(0)) {
        Rational.greatestCommonDivisor($0, ($1.1.count - $1.0.count).magnitude)
      })
    var divisors: Set<Int> = []
    var small = 1
    // Counts whose divisors are all greater than these are none of a test's; the search has to end.
    while small <= 10_000, small <= shared / small {
      if shared.isMultiple(of: small) { divisors.formUnion([small, shared / small]) }
      small += 1
    }
    return divisors.sorted().map { rise < 0 ? -$0 : $0 }
  }

  /// The batches with this coefficient, one for each number that there may be at the first scale.
  private func candidates(_ coefficient: Int, _ rounding: GrowthLaw.Rounding) -> [Batches] {
    firstNumbers(rise / coefficient).compactMap { number in
      let (share, overflows) = coefficient.multipliedReportingOverflow(by: number)
      let constant = points[0].count - (overflows ? 0 : share)
      // Without rows nothing can have run less than never.
      guard !overflows, constant >= 0 else { return nil }
      guard let sizes = sizes(coefficient, rounding, first: number) else { return nil }
      return Batches(
        constant: constant, coefficient: coefficient, size: .mostUsual(in: sizes),
        rounding: rounding)
    }
  }

  /// How many batches there may be at the first scale when there are so many more at the last.
  private func firstNumbers(_ more: Int) -> Range<Int> {
    // A batch has two rows at least, so that there can't be more of them than of those.
    guard more <= width else { return 0..<0 }
    // Batches are spread evenly, but for one that is cut at either end.
    func share(_ batches: Int) -> Int {
      width.dividingFullWidth(points[0].scale.multipliedFullWidth(by: batches)).quotient
    }
    let least = max(0, share(more - 1))
    // Far out on an axis there could be endlessly many.
    return least..<min(share(more + 1) + 3, least + 1000)
  }

  /// The sizes with which there are as many batches at every scale as its count says.
  private func sizes(
    _ coefficient: Int,
    _ rounding: GrowthLaw.Rounding,
    first: Int
  ) -> ClosedRange<Int>? {
    var range = 2...max(2, points[0].scale + width)
    for point in points {
      let number = first + (point.count - points[0].count) / coefficient
      guard let allowed = rounding.sizes(giving: number, batchesOf: point.scale),
        range.overlaps(allowed)
      else { return nil }
      range = range.clamped(to: allowed)
    }
    return range
  }
}

extension GrowthLaw.Rounding {
  /// The sizes with which so many rows make so many batches.
  fileprivate func sizes(giving number: Int, batchesOf rows: Int) -> ClosedRange<Int>? {
    let (least, most) =
      switch (self, number) {
      case (_, ..<0): (1, 0)
      case (.up, 0): (1, rows == 0 ? Int.max : 0)
      case (.up, 1): (rows, rows == 0 ? -1 : Int.max)
      case (.up, _): ((rows - 1) / number + 1, (rows - 1) / (number - 1))
      case (.down, 0): (rows + 1, Int.max)
      case (.down, _): (rows / (number + 1) + 1, rows / number)
      }
    return least <= most ? least...most : nil
  }
}
