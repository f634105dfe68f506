/// The part of the numbers that is left to one of several columns that are compared.
///
/// All of them cut the same numbers, whatever they are for: whole ones from 1 on, or from the lower
/// bound that they have in common, a thousand for each.
struct NumberSlice {
  private let slice: ValueDomain.Slice

  /// How many units make one.
  private let unit: Int64

  /// How many units each column has.
  private let width: Int64

  init(_ slice: ValueDomain.Slice, unit: Int64, needed: Int64) {
    self.slice = slice
    self.unit = unit
    var numbers: Int64 = 1000
    while numbers < needed, numbers < 1_000_000_000_000 { numbers *= 10 }
    width = numbers.multipliedSaturating(by: unit)
  }

  func range(in hard: NumberRange) -> NumberRange {
    let count = Int64(slice.count)
    let all = width.multipliedSaturating(by: count)
    let low = start(of: hard, all: all)
    let high = min(hard.upper ?? .max, low.addingSaturating(all - 1))
    let part = max(1, high.subtractingSaturating(low) / count)
    let first = min(high, low.addingSaturating(part.multipliedSaturating(by: Int64(slice.index))))
    let last = min(high, first.addingSaturating(part - 1))
    // Reals have a fraction.
    let step = unit == 1 ? 1 : unit + unit / 4
    return NumberRange(lower: first, upper: last, step: part > 100 * step ? step : 1)
  }

  private func start(of hard: NumberRange, all: Int64) -> Int64 {
    let usual = max(unit, hard.lower ?? unit)
    // Too little room above 1.
    guard let upper = hard.upper, upper.subtractingSaturating(usual) < Int64(slice.count) else {
      return usual
    }
    return hard.lower ?? upper.addingSaturating(1 - all)
  }
}
