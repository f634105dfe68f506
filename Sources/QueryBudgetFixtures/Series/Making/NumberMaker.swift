import QueryBudget
import QueryBudgetSQLite

/// Makes series of whole numbers and of reals.
struct NumberMaker {
  let request: SeriesRequest

  var domain: ValueDomain { request.domain }

  /// Whole numbers as a person expects them in the column; nil where the domain has none.
  func integers() -> ValueSeries? {
    let usual = request.meaning.flatMap { usualIntegers($0) } ?? countingIntegers
    let candidates = counters(usual: usual, unit: 1).lazy.map { ValueSeries.integers($0) }
    return request.best(of: candidates.filter(request.admitsEnds))
  }

  /// Reals with as many decimal places as the column is for, or as the domain makes necessary.
  func reals() -> ValueSeries? {
    let (usual, usualUnit) = usualReals
    let finer: [Int64] = [10_000, 1_000_000, 1_000_000_000].filter { $0 > usualUnit }
    let candidates = ([usualUnit] + finer).lazy.flatMap { unit in
      counters(usual: unit == usualUnit ? usual : NumberRange(lower: unit), unit: unit)
        .map { ValueSeries.reals($0, divisor: Double(unit)) }
    }
    return request.best(of: candidates.filter(request.admitsEnds)) ?? extremes
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
      ranges = [usual.intersection(hard), open.intersection(hard), whole]
    }
    return ranges.compactMap {
      $0?.counter(on: grid(unit: unit), shift: request.seed.shift, needed: request.needed)
    }
  }

  private func grid(unit: Int64) -> NumberGrid {
    if let multiple = domain.multipleOf, multiple != 0 {
      let positive = multiple == .min ? .max : abs(multiple)
      return NumberGrid(multiple: positive.multipliedSaturating(by: unit))
    }
    // Where the affinity turns a real without a fraction into a whole number.
    let mustHaveFraction =
      unit > 1 && request.column.affinity != .real
      && domain.storageClass.map { CaseFolding.areEqual($0, "real") } ?? false
    return mustHaveFraction ? NumberGrid(multiple: unit, rest: unit / 2) : NumberGrid()
  }

  /// What the domain allows, and the type where it is kept; nil where that is nothing.
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
    let low = domain.lower ?? domain.upper.map { $0 - abs($0) } ?? 0
    let high = domain.upper ?? (low + abs(low))
    let count = max(10, min(request.needed, 1000))
    let values = (0..<count).map { low + (high - low) * (Double($0) / Double(count)) }
    let allowed = ([low] + values + [high]).map { SQLiteValue.real($0) }.filter(domain.admits)
    return ChoiceMaker(request: request).series(allowed)
  }
}
