import Foundation

/// The time that a contract has taken so far: two times that are no further apart may both be the
/// current time of their run.
struct TimeSpan {
  let began: Date
  let now: Date

  private var length: Double { now.timeIntervalSince(began) }

  /// Whether two texts are the same but for times in them that may both be the current time.
  func isSame(_ one: String, _ other: String) -> Bool {
    var (left, right) = (Array(one.utf8)[...], Array(other.utf8)[...])
    var isBehindDigit = false
    while let next = left.first, !right.isEmpty {
      if !isBehindDigit, let (a, b) = Self.times(left, right), isSame(a, b) {
        left = left.dropFirst(a.length)
        right = right.dropFirst(b.length)
        isBehindDigit = true
        continue
      }
      guard next == right.first else { return false }
      isBehindDigit = (48...57).contains(next)
      left = left.dropFirst()
      right = right.dropFirst()
    }
    return left.isEmpty && right.isEmpty
  }

  /// Whether two numbers are times, by their size, that may both be the current time: seconds since
  /// 1970 or 2001, milliseconds, microseconds, nanoseconds, or Julian days.
  func isSame(_ one: Double, _ other: Double) -> Bool {
    guard let unit = Self.unit(of: one), unit == Self.unit(of: other) else { return false }
    let isWhole = one.rounded() == one && other.rounded() == other
    // A Julian day of today has no more than about 40 microseconds.
    let precision = isWhole && unit <= 1 ? unit : 0.001
    return abs(one - other) * unit <= length + precision
  }

  private static func times(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
  ) -> (TimeText, TimeText)? {
    guard let first = left.first, (48...57).contains(first), let a = TimeText(left),
      let b = TimeText(right)
    else { return nil }
    return (a, b)
  }

  /// Whether both may be worked out from the current time of their run.
  func isSame(_ one: TimeText, _ other: TimeText) -> Bool {
    guard one.isDay == other.isDay else { return false }
    let apart = abs(one.seconds - other.seconds)
    if one.isDay { return apart == 0 || (apart == 86_400 && isOverMidnight) }
    return apart <= length + max(one.precision, other.precision)
  }

  /// Whether a day has begun meanwhile, here or in UTC.
  private var isOverMidnight: Bool {
    [0, Double(TimeZone.current.secondsFromGMT(for: now))].contains { zone in
      let days = [began, now].map { (($0.timeIntervalSince1970 + zone) / 86_400).rounded(.down) }
      return days[0] != days[1]
    }
  }

  /// The seconds that one stands for; nil for a number of another size.
  private static func unit(of number: Double) -> Double? {
    switch number {
    case 2_400_000..<2_500_000: 86_400
    case 1e8..<1e11: 1
    case 1e11..<1e14: 1e-3
    case 1e14..<1e17: 1e-6
    case 1e17..<1e19: 1e-9
    default: nil
    }
  }
}
