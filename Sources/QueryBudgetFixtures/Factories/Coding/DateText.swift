import Foundation

/// Moments as text: `2026-01-31 13:45:00.000`, in UTC, by the Gregorian calendar.
enum DateText {
  private static let style = Date.ISO8601FormatStyle(timeZone: .gmt)
    .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: true)

  /// The years that four digits can say, in seconds since 1970.
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
    guard let day = reader.digits("####-##-##") else { return nil }
    var time = "00:00"
    var (seconds, fraction) = ("00", "000")
    if reader.skip(" ") || reader.skip("T") {
      guard let hoursAndMinutes = reader.digits("##:##") else { return nil }
      time = hoursAndMinutes
      if reader.skip(":") {
        guard let digits = reader.digits("##") else { return nil }
        seconds = digits
        if reader.skip(".") {
          guard let digits = reader.fraction() else { return nil }
          fraction = digits
        }
      }
      _ = reader.skip("Z")
    }
    let whole = "\(day) \(time):\(seconds).\(fraction)"
    // A day that there isn't, such as the 30th of February, comes back as another one.
    guard reader.isAtEnd, let date = try? style.parse(whole), self.text(date) == whole
    else { return nil }
    return date
  }
}

/// Reads digits off a text.
private struct DigitReader {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A text of this form, where `#` stands for a digit.
  mutating func digits(_ form: String) -> String? {
    let found = rest.prefix(form.utf8.count)
    let fits = found.elementsEqual(form.utf8) { byte, wanted in
      wanted == UInt8(ascii: "#") ? Self.digits.contains(byte) : byte == wanted
    }
    guard fits else { return nil }
    rest = rest.dropFirst(found.count)
    return String(decoding: found, as: UTF8.self)
  }

  /// The first three digits of a fraction of any length.
  mutating func fraction() -> String? {
    let found = rest.prefix { Self.digits.contains($0) }
    guard !found.isEmpty else { return nil }
    rest = rest.dropFirst(found.count)
    return String((String(decoding: found, as: UTF8.self) + "00").prefix(3))
  }
}
