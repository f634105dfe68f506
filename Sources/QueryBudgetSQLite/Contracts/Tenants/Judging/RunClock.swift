import Foundation

/// Tells the times that are others in each run, because they are worked out from the now of it.
struct RunClock: Sendable {
  private let began: Date

  /// From now on, and a little before: clocks are cut to seconds.
  init(began: Date = .now) { self.began = began - 2 }

  /// Whether a number is a moment of the runs: in seconds or milliseconds since 1970, or in seconds
  /// since 2001.
  func isNow(_ number: Double) -> Bool {
    let (start, end) = (began.timeIntervalSince1970, Date.now.timeIntervalSince1970 + 2)
    let since2001 = number + Date.timeIntervalBetween1970AndReferenceDate
    return [number, number / 1000, since2001].contains { (start...end).contains($0) }
  }

  /// Both texts with one word for each pair of times that are no further apart than the runs may
  /// be: now itself, and what expires in thirty days.
  func leavingOutTimes(_ one: String, _ other: String) -> (String, String) {
    let (times, others) = (PlacedTime.all(in: one), PlacedTime.all(in: other))
    guard times.count == others.count else { return (one, other) }
    let span = TimeSpan(began: began, now: .now)
    let moved = zip(times, others).filter { span.isSame($0.time, $1.time) }
    return (
      PlacedTime.replacing(moved.map(\.0), in: one), PlacedTime.replacing(moved.map(\.1), in: other)
    )
  }
}

/// A time in a text, such as `2026-11-26T10:54:08Z`, and where it stands.
private struct PlacedTime {
  let time: TimeText
  let start: Int

  static func all(in text: String) -> [PlacedTime] {
    let bytes = Array(text.utf8)
    var times: [PlacedTime] = []
    var place = 0
    while place < bytes.count {
      let isFirstDigit = isDigit(bytes[place]) && (place == 0 || !isDigit(bytes[place - 1]))
      if isFirstDigit, let time = TimeText(bytes[place...]) {
        times.append(PlacedTime(time: time, start: place))
        place += time.length
      } else {
        place += 1
      }
    }
    return times
  }

  static func replacing(_ times: [PlacedTime], in text: String) -> String {
    var bytes = Array(text.utf8)
    for time in times.reversed() {
      bytes.replaceSubrange(time.start..<time.start + time.time.length, with: "(time)".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
