/// Whole numbers between two ends, both included; nil for no end.
struct NumberRange: Sendable, Hashable {
  var lower: Int64?
  var upper: Int64?
  var step: Int64 = 1

  /// What is in both; nil where nothing is.
  func intersection(_ other: NumberRange) -> NumberRange? {
    let low = [lower, other.lower].compactMap { $0 }.max()
    let high = [upper, other.upper].compactMap { $0 }.min()
    if let low, let high, low > high { return nil }
    return NumberRange(lower: low, upper: high, step: step)
  }

  /// Rises through the range from its lower end; nil where no number of the grid is in it.
  ///
  /// Another seed's shift begins higher up, as long as there is enough left.
  func counter(on grid: NumberGrid = NumberGrid(), shift: Int64, needed: Int64) -> Counter? {
    let step = max(grid.multiple, step / grid.multiple * grid.multiple)
    guard let first = grid.first(from: start(step: step, needed: needed)) else { return nil }
    guard let upper else {
      return Counter(
        first: first.addingSaturating(shift.multipliedSaturating(by: step)), step: step)
    }
    guard upper >= first else { return nil }
    let steps = (UInt64(bitPattern: upper) &- UInt64(bitPattern: first)) / UInt64(step)
    let count = Int64(clamping: min(steps, UInt64(Int64.max) - 1)) + 1
    let spare = max(0, min(count - needed, count / 2))
    let skipped = shift % (spare + 1)
    return Counter(first: first + skipped * step, step: step, count: count - skipped)
  }

  /// Whether there are only a few numbers in it.
  var isNarrow: Bool {
    guard let lower, let upper else { return false }
    return upper.subtractingSaturating(lower) / step < 10
  }

  /// A range without a lower end begins at 1, or, where that leaves too few, as far below its upper
  /// end as a test has rows.
  private func start(step: Int64, needed: Int64) -> Int64 {
    if let lower { return lower }
    guard let upper else { return 1 }
    if upper / step >= max(10, needed) { return 1 }
    return upper.addingSaturating(step.multipliedSaturating(by: -max(99_999, needed)))
  }
}

/// Every number that leaves a rest when it is divided.
struct NumberGrid: Sendable, Hashable {
  /// At least 1.
  let multiple: Int64
  let rest: Int64

  init(multiple: Int64 = 1, rest: Int64 = 0) {
    // Half of what there is at most, so that sums with it don't overflow.
    self.multiple = min(max(1, multiple), .max / 4)
    self.rest = rest
  }

  /// The smallest that isn't below a number; nil where there is none.
  fileprivate func first(from number: Int64) -> Int64? {
    let over = (number % multiple - rest % multiple + 2 * multiple) % multiple
    guard over != 0 else { return number }
    let (first, overflows) = number.addingReportingOverflow(multiple - over)
    return overflows ? nil : first
  }
}

extension Int64 {
  /// The product, or the nearest number that there is.
  func multipliedSaturating(by other: Int64) -> Int64 {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  /// The sum, or the nearest number that there is.
  func addingSaturating(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }

  /// The difference, or the nearest number that there is.
  func subtractingSaturating(_ other: Int64) -> Int64 {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other < 0 ? .max : .min) : difference
  }

  /// The nearest number that there is.
  init(saturating number: Double) {
    self =
      if number.isNaN { 0 } else if number >= 0x1p63 { .max } else if number < -0x1p63 { .min } else
      { Int64(number) }
  }
}
