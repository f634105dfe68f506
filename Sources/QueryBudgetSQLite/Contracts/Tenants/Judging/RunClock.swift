import Foundation

/// Tells the times of now, which are others in each run.
struct RunClock: Sendable {
  private let start: Double

  /// From now on, and a little before: clocks are cut to seconds.
  init() { start = Date.now.timeIntervalSince1970 - 2 }

  /// Whether a number is a moment of the runs: in seconds or milliseconds since 1970, or in seconds
  /// since 2001.
  func isNow(_ number: Double) -> Bool {
    let end = Date.now.timeIntervalSince1970 + 2
    let since2001 = number + Date.timeIntervalBetween1970AndReferenceDate
    return [number, number / 1000, since2001].contains { (start...end).contains($0) }
  }

  /// The text with one word for each time of now: `2026-11-26 10:54:08.123`,
  /// `2026-11-26T10:54:08Z`.
  func leavingOutNow(_ text: String) -> String {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z| ?[+-]00:?00)?/
    return text.replacing(pattern) { match in
      let numbers = [
        match.output.1, match.output.2, match.output.3, match.output.4, match.output.5,
        match.output.6,
      ].compactMap { Int($0) }
      var parts = DateComponents()
      (parts.year, parts.month, parts.day) = (numbers[0], numbers[1], numbers[2])
      (parts.hour, parts.minute, parts.second) = (numbers[3], numbers[4], numbers[5])
      parts.timeZone = TimeZone(secondsFromGMT: 0)
      let date = Calendar(identifier: .gregorian).date(from: parts)
      return date.map { isNow($0.timeIntervalSince1970) } == true ? "(now)" : String(match.output.0)
    }
  }
}
