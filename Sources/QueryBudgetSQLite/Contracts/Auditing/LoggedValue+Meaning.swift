import Foundation

extension LoggedValue {
  /// Whether it says what the database holds, however it is written.
  ///
  /// `1` is `true` and `"1"`, a date is an ISO 8601 text or a number of seconds, a blob is hex,
  /// Base64 or a UUID, and a text that holds JSON is what it holds.
  func means(_ stored: SQLiteValue) -> Bool {
    switch stored {
    case .null: isNull || self == .text("NULL") || self == .text("null")
    case .integer(let integer): means(integer)
    case .real(let real): number == real || isMoment(.number(real))
    case .text(let text): means(text)
    case .blob(let bytes): means(bytes)
    }
  }

  private func means(_ integer: Int64) -> Bool {
    switch self {
    case .bool(let bool): integer == (bool ? 1 : 0)
    case .integer(let own): own == integer
    case .number(let number): number == Double(integer)
    case .text(let text):
      Int64(text) == integer || Double(text) == Double(integer)
        || ["true", "false"].contains(text.lowercased())
          && integer == (text.lowercased() == "true" ? 1 : 0)
        || isMoment(.integer(integer))
    default: false
    }
  }

  private func means(_ text: String) -> Bool {
    switch self {
    case .text(let own): own == text || isMoment(.text(text))
    case .integer(let integer): String(integer) == text || isMoment(.text(text))
    case .number(let number): String(number) == text || isMoment(.text(text))
    case .list, .object: LoggedValue(json: text) == self
    default: false
    }
  }

  private func means(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .bytes(let own): return own == bytes
    case .text(let text):
      let hex = bytes.map { (String($0, radix: 16), $0 < 16) }.map { $1 ? "0" + $0 : $0 }.joined()
      let digits = text.lowercased().filter { $0 != "-" }
      return digits == hex || digits == "0x" + hex || digits == "x'\(hex)'"
        || Data(base64Encoded: text).map { Array($0) } == bytes
        || Array(text.utf8) == bytes
    default: return false
    }
  }

  private var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .text(let text): Double(text)
    default: nil
    }
  }

  // MARK: Moments

  /// Whether both are the same moment, one of them at least a date in words.
  private func isMoment(_ other: LoggedValue) -> Bool {
    guard let one = LoggedMoment(self), let other = LoggedMoment(other) else { return false }
    return one.isSame(as: other)
  }
}

/// A moment, as a text or as one of the numbers that stand for one.
private struct LoggedMoment {
  /// Seconds since 1970, each that is meant perhaps.
  let seconds: [Double]
  let isText: Bool
  /// Whether it says fractions of a second.
  let isExact: Bool

  init?(_ value: LoggedValue) {
    switch value {
    case .text(let text):
      guard let seconds = Self.seconds(text) else { return nil }
      self.init([seconds], isText: true, isExact: text.contains("."))
    case .integer(let integer): self.init(number: Double(integer))
    case .number(let number): self.init(number: number)
    default: return nil
    }
  }

  private init(_ seconds: [Double], isText: Bool, isExact: Bool) {
    self.seconds = seconds
    self.isText = isText
    self.isExact = isExact
  }

  private init(number: Double) {
    // Since 1970, in milliseconds, and since 2001, as `JSONEncoder` writes a date.
    let seconds = [number, number / 1000, number + Date.timeIntervalBetween1970AndReferenceDate]
    self.init(seconds, isText: false, isExact: number != number.rounded())
  }

  func isSame(as other: LoggedMoment) -> Bool {
    guard isText || other.isText else { return false }
    return seconds.contains { one in
      other.seconds.contains { another in
        abs(one - another) < 0.001
          || !(isExact && other.isExact) && one.rounded(.down) == another.rounded(.down)
      }
    }
  }

  /// The ways of SQLite and of ISO 8601: `2026-01-31`, `2026-01-31 10:00:00.000`,
  /// `2026-01-31T10:00:00Z`, `2026-01-31T12:00:00+02:00`.
  private static func seconds(_ text: String) -> Double? {
    let pattern =
      #/(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(Z|[+-]\d\d:?\d\d)?/#
    guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
    var date = DateComponents()
    date.calendar = Calendar(identifier: .gregorian)
    date.timeZone = TimeZone(secondsFromGMT: 0)
    (date.year, date.month, date.day) = (Int(match.1), Int(match.2), Int(match.3))
    guard let day = date.date?.timeIntervalSince1970 else { return nil }
    let hours = match.4.flatMap { Double($0) } ?? 0
    let minutes = match.5.flatMap { Double($0) } ?? 0
    let seconds = match.6.flatMap { Double($0) } ?? 0
    return day + hours * 3600 + minutes * 60 + seconds - offset(match.7)
  }

  private static func offset(_ zone: Substring?) -> Double {
    guard let zone, let sign = zone.first, sign != "Z" else { return 0 }
    let digits = zone.dropFirst().filter(\.isNumber)
    let hours = Double(digits.prefix(2)) ?? 0
    let minutes = Double(digits.suffix(2)) ?? 0
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
