/// Makes series of whole numbers and of reals.
struct NumberMaker {
  let request: SeriesRequest

  private var domain: ValueDomain { request.domain }

  /// Whole numbers as a person expects them in the column; nil where the domain has none.
  func integers() -> ValueSeries? {
    let usual = request.meaning.flatMap { usualIntegers($0) } ?? countingIntegers
    return request.best(of: counters(usual: usual, unit: 1).lazy.map { .integers($0) })
  }

  /// Reals with as many decimal places as the column is for, or as the domain makes necessary.
  func reals() -> ValueSeries? {
    let (usual, usualUnit) = usualReals
    let units = [usualUnit, 10_000, 1_000_000, 1_000_000_000].filter {
      $0 == usualUnit || $0 > usualUnit
    }
    let candidates = units.lazy.flatMap { unit in
      counters(usual: unit == usualUnit ? usual : NumberRange(lower: unit, step: 1), unit: unit)
        .map { ValueSeries.reals($0, divisor: Double(unit)) }
    }
    return request.best(of: candidates)
  }

  // MARK: Ranges

  /// Counters from the most usual to the widest.
  private func counters(usual: NumberRange, unit: Int64) -> [Counter] {
    guard let hard = hardRange(unit: unit) else { return [] }
    let wanted = domain.slice == nil ? usual : slice(of: hard, unit: unit)
    var ranges: [NumberRange?] = [wanted.intersection(hard)]
    if domain.slice == nil {
      var open = wanted
      open.upper = nil
      open.step = 1
      ranges += [open.intersection(hard), NumberRange(lower: hard.lower, upper: hard.upper)]
    } else {
      ranges.append(ranges[0].map { NumberRange(lower: $0.lower, upper: $0.upper) })
    }
    let multiple = (domain.multipleOf ?? 1).multipliedSaturating(
      by: domain.multipleOf == nil ? 1 : unit)
    return ranges.compactMap { range in
      range?.counter(multiple: multiple, shift: request.seed.shift, needed: request.needed)
    }
  }

  /// What the domain allows, and the type where it is kept.
  private func hardRange(unit: Int64) -> NumberRange? {
    var range = NumberRange(
      lower: domain.lower.map { bound($0, unit: unit, isLower: true) },
      upper: domain.upper.map { bound($0, unit: unit, isLower: false) })
    if let low = range.lower, let high = range.upper, low > high { return nil }
    if request.keepsType, let limit = request.type.limit {
      let ends = limit.multipliedSaturating(by: unit)
      guard let limited = range.intersection(NumberRange(lower: -ends, upper: ends)) else {
        return nil
      }
      // A lower end of the type's own is no reason to begin there.
      range = NumberRange(lower: range.lower, upper: limited.upper)
    }
    if unit == 1, let lengths = domain.lengths { return withDigits(lengths, range) }
    return range
  }

  /// Whole numbers of so many digits.
  private func withDigits(_ lengths: ClosedRange<Int>, _ range: NumberRange) -> NumberRange? {
    let low = lengths.lowerBound <= 1 ? 0 : ValueSeries.power(10, lengths.lowerBound - 1) ?? .max
    let high = (ValueSeries.power(10, lengths.upperBound) ?? .max) - 1
    return range.intersection(NumberRange(lower: low, upper: high))
  }

  /// The first unit that isn't outside of a bound.
  private func bound(_ bound: Double, unit: Int64, isLower: Bool) -> Int64 {
    let units = bound * Double(unit)
    let near = units.rounded()
    let value = near / Double(unit)
    if abs(units - near) < 1e-6, isLower ? value >= bound : value <= bound {
      return Int64(saturating: near)
    }
    return Int64(saturating: units.rounded(isLower ? .up : .down))
  }

  /// This column's slice of what numbers that are compared have in common: whole numbers from 1 on,
  /// a thousand for each slice.
  private func slice(of hard: NumberRange, unit: Int64) -> NumberRange {
    guard let slice = domain.slice, slice.count > 0 else { return hard }
    let count = Int64(slice.count)
    var width: Int64 = 1000
    while width < request.needed, width < 1_000_000_000_000 { width *= 10 }
    let all = width.multipliedSaturating(by: unit).multipliedSaturating(by: count)
    let low = lowEnd(of: hard, slices: count, all: all, unit: unit)
    let high = min(hard.upper ?? .max, low.addingSaturating(all) - 1)
    let part = max(1, (high - low + 1) / count)
    let start = min(high, low + part * Int64(slice.index))
    let step = unit == 1 ? 1 : unit + unit / 4
    return NumberRange(
      lower: start, upper: min(high, start + part - 1), step: part > step * 10 ? step : 1)
  }

  private func lowEnd(of hard: NumberRange, slices: Int64, all: Int64, unit: Int64) -> Int64 {
    let usual = max(unit, hard.lower ?? unit)
    guard let upper = hard.upper, upper - usual < slices else { return usual }
    return hard.lower ?? upper.addingSaturating(1 - all)
  }
}

extension Int64 {
  fileprivate func addingSaturating(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }
}
