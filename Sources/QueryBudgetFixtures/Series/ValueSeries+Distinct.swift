import QueryBudgetSQLite

extension ValueSeries {
  /// How many different values it has before it begins again, as far as can be told without looking
  /// at all of them, and then rather too few than too many; nil for no end.
  var distinctCount: Int64? {
    switch self {
    case .constant: 1
    case .cycle(let values, _): Self.leading(values)
    case .integers(let counter): counter.distinctCount
    case .reals(let counter, let divisor): divisor.isNormal ? counter.distinctCount : 1
    case .text(let pattern): pattern.distinctCount
    case .blob(let length, _): Self.power(256, length)
    case .repeating(let inner, _): inner.distinctCount
    }
  }

  /// How many values there are up to the first that was there before.
  private static func leading(_ values: [SQLiteValue]) -> Int64 {
    var seen: Set<SQLiteValue> = []
    return Int64(values.prefix { seen.insert($0).inserted }.count)
  }

  /// The power of a number; nil where it is more than rows can be counted.
  static func power(_ base: Int64, _ exponent: Int) -> Int64? {
    var result: Int64 = 1
    for _ in 0..<max(0, exponent) where base > 1 {
      let (product, overflows) = result.multipliedReportingOverflow(by: base)
      if overflows { return nil }
      result = product
    }
    return result
  }
}

extension Counter {
  var distinctCount: Int64? { step == 0 ? 1 : count }
}
