extension TextPattern {
  /// How many different texts there are before they begin again, or fewer; nil for no end.
  ///
  /// Parts that change together, row by row, begin again together after the least common multiple of
  /// their counts. A part that stays for exactly that long multiplies it, as the next digit of a
  /// number does. Any other part may only add to it, and is not counted.
  var distinctCount: Int64? {
    let cycles = parts.compactMap(\.cycle).sorted { $0.repeats < $1.repeats }
    guard let first = cycles.first else { return 1 }
    var total: Int64 = 1
    for cycle in cycles.filter({ $0.repeats == first.repeats }) {
      guard let count = cycle.count, let common = Self.leastCommonMultiple(total, count) else {
        return nil
      }
      total = common
    }
    for cycle in cycles {
      let (rows, overflows) = total.multipliedReportingOverflow(by: first.repeats)
      guard !overflows, cycle.repeats == rows, rows > first.repeats else { continue }
      guard let count = cycle.count else { return nil }
      let (product, isTooMuch) = total.multipliedReportingOverflow(by: count)
      if isTooMuch { return nil }
      total = product
    }
    return total
  }

  private static func leastCommonMultiple(_ one: Int64, _ other: Int64) -> Int64? {
    let (product, overflows) = (one / greatestCommonDivisor(one, other))
      .multipliedReportingOverflow(by: other)
    return overflows ? nil : product
  }

  static func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
  }
}

extension TextPattern.Part {
  /// After how many changes a part begins again, nil for no end, and for how many rows it stays.
  fileprivate struct Cycle {
    let count: Int64?
    var repeats: Int64 = 1
  }

  /// Nil for a part that never changes.
  fileprivate var cycle: Cycle? {
    switch self {
    case .literal: nil
    case .number: Cycle(count: nil)
    case .integer(let counter, _):
      Cycle(count: counter.distinctCount, repeats: max(1, counter.repeats))
    case .code(let alphabet, let width, let repeats):
      Cycle(
        count: ValueSeries.power(Int64(alphabet.utf8.count), width), repeats: max(1, repeats))
    case .word(let words, let repeats):
      Cycle(
        count: Int64(Set(words).count == words.count ? max(1, words.count) : 1),
        repeats: Int64(max(1, repeats)))
    case .time(let format, let counter):
      Cycle(count: format.distinctCount(of: counter), repeats: max(1, counter.repeats))
    case .hexadecimal(let digits, _): Cycle(count: ValueSeries.power(16, digits))
    }
  }
}

extension TimeFormat {
  /// How many moments of a counter are written differently, one after the other.
  fileprivate func distinctCount(of counter: Counter) -> Int64? {
    let day: Int64 = 86400
    let step = counter.step.magnitude
    switch self {
    case .dateTime, .iso8601: return counter.distinctCount
    case .date: return step >= day ? counter.count : 1
    case .year: return step >= 366 * day ? counter.count : 1
    case .time:
      guard step > 0 else { return 1 }
      let all = day / TextPattern.greatestCommonDivisor(day, Int64(step % UInt64(day)))
      return min(all, counter.count ?? all)
    }
  }
}
