import Foundation

/// Moments as text: `2026-01-31 13:45:00.000`, in UTC, by the Gregorian calendar.
enum DateText {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  private static let style = Date.ISO8601FormatStyle(timeZone: .gmt)
    .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: true)

  /// The years that four digits can say.
  private static let known = -62_167_219_200.0..<253_402_300_800.0

  /// The text of a moment, to the nearest millisecond; nil beyond the years 0 to 9999.
  static func text(_ date: Date) -> String? {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    guard known.contains(milliseconds / 1000) else { return nil }
    // The style cuts off, and a millisecond is rarely a whole number of a double's steps.
    return Date(timeIntervalSince1970: (milliseconds + 0.25) / 1000).formatted(style)
  }

  /// The moment of a text: a date, with or without a time, its seconds and their fraction, behind a
  /// blank or a `T`, with or without a `Z`.
  static func date(_ text: String) -> Date? {
    var reader = DigitReader(text)
    var parts = DateComponents()
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2)
    else { return nil }
    (parts.year, parts.month, parts.day) = (year, month, day)
    var milliseconds = 0
    if reader.skip(" ") || reader.skip("T") {
      guard let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2)
      else { return nil }
      (parts.hour, parts.minute) = (hour, minute)
      if reader.skip(":") {
        guard let second = reader.number(2) else { return nil }
        parts.second = second
        if reader.skip(".") {
          guard let fraction = reader.fraction() else { return nil }
          milliseconds = fraction
        }
      }
      _ = reader.skip("Z")
    }
    guard reader.isAtEnd, parts.isValidDate(in: calendar), let date = calendar.date(from: parts)
    else { return nil }
    return Date(timeIntervalSince1970: date.timeIntervalSince1970 + Double(milliseconds) / 1000)
  }
}

/// Reads digits off a text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The milliseconds of a fraction of any length.
  mutating func fraction() -> Int? {
    let digits = rest.prefix { (48...57).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let three = (Array(digits) + [48, 48, 48]).prefix(3)
    return three.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
