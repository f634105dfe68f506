import QueryBudgetSQLite

/// Makes series of whole numbers and of reals.
struct NumberMaker {
  let request: SeriesRequest

  var domain: ValueDomain { request.domain }

  /// Whole numbers as a person expects them in the column; nil where the domain has none.
  func integers() -> ValueSeries? {
    let usual = request.meaning.flatMap { usualIntegers($0) } ?? countingIntegers
    let candidates = counters(usual: usual, unit: 1).lazy.map(series)
    return request.best(of: candidates.filter(request.admitsEnds))
  }

  /// Reals with as many decimal places as the column is for, or as the domain makes necessary.
  func reals() -> ValueSeries? {
    let (usual, usualUnit) = usualReals
    let finer: [Int64] = [100, 10_000, 1_000_000, 1_000_000_000].filter { $0 > usualUnit }
    let units = usualUnit > 1 || !request.needsFraction ? [usualUnit] + finer : finer
    let candidates = units.lazy.flatMap { unit in
      counters(usual: unit == usualUnit ? usual : NumberRange(lower: unit), unit: unit)
        .map { ValueSeries.reals($0, divisor: Double(unit)) }
    }
    return request.best(of: candidates.filter(request.admitsEnds)) ?? extremes
  }

  /// Of few numbers another seed takes another one first.
  private func series(_ counter: Counter) -> ValueSeries {
    guard let count = counter.count, count <= 24, request.seed.seed != 1 else {
      return .integers(counter)
    }
    let values = (0..<count).map { SQLiteValue.integer(counter.first + $0 * counter.step) }
    return .cycle(values.rotated(by: request.seed.rotation(of: values.count)))
  }

  // MARK: Ranges

  /// Counters from the most usual to the widest.
  private func counters(usual: NumberRange, unit: Int64) -> [Counter] {
    guard let hard = hardRange(unit: unit) else { return [] }
    let whole = NumberRange(lower: hard.lower, upper: hard.upper)
    let ranges: [NumberRange?]
    if let slice = domain.slice, slice.count > 0 {
      let part = NumberSlice(slice, unit: unit, needed: request.needed).range(in: hard)
      ranges = [part, NumberRange(lower: part.lower, upper: part.upper)]
    } else {
      let open = NumberRange(lower: usual.lower)
      let expected = usual.intersection(hard)
      // What little is left of the usual numbers is less usual than others near them.
      let isRest = expected.map { $0 != usual && $0.isNarrow } ?? false
      ranges = isRest ? [whole, expected] : [expected, open.intersection(hard), whole]
    }
    let seed = request.seed
    return ranges.compactMap { range in
      range?.counter(
        on: grid(unit: unit), shift: range?.upper == nil ? seed.numberShift : seed.shift,
        needed: request.needed)
    }
  }

  private func grid(unit: Int64) -> NumberGrid {
    if let multiple = domain.multipleOf, multiple != 0 {
      let positive = multiple == .min ? .max : abs(multiple)
      return NumberGrid(multiple: positive.multipliedSaturating(by: unit))
    }
    let isHalf = unit > 1 && request.needsFraction
    return isHalf ? NumberGrid(multiple: unit, rest: unit / 2) : NumberGrid()
  }

  /// What the domain allows, and the type where it is kept; nil where that is nothing.
  private func hardRange(unit: Int64) -> NumberRange? {
    var range = NumberRange(
      lower: domain.lower.map { bound($0, unit: unit, isLower: true) },
      upper: domain.upper.map { bound($0, unit: unit, isLower: false) })
    if let low = range.lower, let high = range.upper, low > high { return nil }
    if request.keepsType, let limit = request.type.limit {
      // Up to 9.99 for DECIMAL(3,2). Below 0 only where the domain wants it.
      let end = limit.addingSaturating(1).multipliedSaturating(by: unit) - 1
      let isNegative = range.upper.map { $0 < 0 } ?? false
      let typed = NumberRange(lower: isNegative ? -end : nil, upper: end)
      guard let limited = range.intersection(typed) else { return nil }
      range = limited
    }
    guard unit == 1, let lengths = domain.lengths else { return range }
    return range.intersection(withDigits(lengths))
  }

  /// Whole numbers of so many digits.
  private func withDigits(_ lengths: ClosedRange<Int>) -> NumberRange {
    let low = lengths.lowerBound <= 1 ? 0 : ValueSeries.power(10, lengths.lowerBound - 1) ?? .max
    let high = ValueSeries.power(10, lengths.upperBound).map { $0 - 1 } ?? .max
    return NumberRange(lower: low, upper: high)
  }

  /// The first unit that isn't outside of a bound.
  private func bound(_ bound: Double, unit: Int64, isLower: Bool) -> Int64 {
    let units = bound * Double(unit)
    let near = units.rounded()
    let value = near / Double(unit)
    // 0.29 * 100 is a little less than 29.
    if abs(units - near) < 1e-6, isLower ? value >= bound : value <= bound {
      return Int64(saturating: near)
    }
    return Int64(saturating: units.rounded(isLower ? .up : .down))
  }

  /// Reals between two that are closer than decimals are counted, or farther away.
  private var extremes: ValueSeries? {
    if domain.multipleOf != nil || domain.slice != nil || request.needsFraction { return nil }
    let low = domain.lower ?? domain.upper.map { $0 - abs($0) } ?? 0
    let high = domain.upper ?? (low + abs(low))
    let count = max(10, min(request.needed, 1000))
    let values = (0..<count).map { low + (high - low) * (Double($0) / Double(count)) }
    let allowed = ([low] + values + [high]).map { SQLiteValue.real($0) }.filter(domain.admits)
    return ChoiceMaker(request: request).series(allowed)
  }
}
