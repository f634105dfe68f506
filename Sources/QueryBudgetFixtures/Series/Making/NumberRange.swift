/// Numbers in units, such as cents: what `unit` of them make one.
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

  /// Rises through the range from its lower end, by steps that every multiple of `multiple` is in.
  func counter(multiple: Int64 = 1, shift: Int64 = 0, needed: Int64 = 1) -> Counter? {
    let multiple = max(1, multiple)
    let step = max(multiple, self.step / multiple * multiple)
    guard var first = start(step: step) else { return nil }
    // The smallest multiple that isn't below.
    let over = first % multiple
    if over != 0 { first = first &- over &+ (over > 0 ? multiple : 0) }
    guard let upper else { return Counter(first: first &+ shift &* step, step: step) }
    guard upper >= first else { return nil }
    let count = Int64(clamping: upper.subtractingSaturating(first) / UInt64(step)) &+ 1
    // Another seed begins elsewhere, as long as enough is left.
    let spare = max(0, min(count - needed, count / 2))
    let skipped = spare > 0 ? shift % (spare + 1) : 0
    return Counter(first: first + skipped * step, step: step, count: count - skipped)
  }

  private func start(step: Int64) -> Int64? {
    if let lower { return lower }
    guard let upper else { return 1 }
    // Without a lower end it ends at the upper one.
    let (start, overflows) = upper.subtractingReportingOverflow(
      step.multipliedSaturating(by: 99_999))
    return upper >= 1 && start < 1 ? 1 : (overflows ? .min : start)
  }
}

extension Int64 {
  /// The difference to a smaller number.
  fileprivate func subtractingSaturating(_ smaller: Int64) -> UInt64 {
    UInt64(bitPattern: self) &- UInt64(bitPattern: smaller)
  }

  func multipliedSaturating(by other: Int64) -> Int64 {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  /// The nearest number that there is.
  init(saturating number: Double) {
    self =
      if number >= 9.2e18 { .max } else if number <= -9.2e18 { .min } else { Int64(number) }
  }
}
