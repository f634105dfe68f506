/// The time that a text begins with: `2026-11-26 10:53:01.250`, `2026-11-26T10:53Z`,
/// `20261126T105301+0100`, or `2026-11-26` alone.
struct TimeText {
  /// Seconds since 1970; a time without a zone is taken for UTC.
  private(set) var seconds: Double

  /// How far two texts of one moment can be apart: 60 for a text of minutes, 0.001 for
  /// milliseconds.
  private(set) var precision: Double

  /// Whether it is a day, without a time.
  private(set) var isDay = true

  /// How many bytes it takes.
  var length: Int { reader.position }

  private var reader: DigitReader

  /// Nil when there is no time at this place.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = DigitReader(bytes)
    guard let year = reader.number(4), (1900..<2200).contains(year) else { return nil }
    let isExtended = reader.skip("-")
    guard let month = reader.number(2), (1...12).contains(month),
      !isExtended || reader.skip("-"),
      let day = reader.number(2), (1...31).contains(day)
    else { return nil }
    seconds = Double(Self.days(year, month, day) * 86_400)
    precision = 86_400
    self.reader = reader
    readTime(isExtended)
    // Eight digits by themselves are a number.
    if isDay && !isExtended { return nil }
  }

  private mutating func readTime(_ isExtended: Bool) {
    var reader = reader
    guard reader.skip("T") || reader.skip("t") || (isExtended && reader.skip(" ")),
      let hour = reader.number(2), hour <= 24, !isExtended || reader.skip(":"),
      let minute = reader.number(2), minute < 60
    else { return }
    seconds += Double(hour * 3600 + minute * 60)
    (precision, isDay, self.reader) = (60, false, reader)
    if !isExtended || reader.skip(":"), let second = reader.number(2), second <= 60 {
      seconds += Double(second)
      precision = 1
      if let (fraction, digits) = reader.fraction() {
        seconds += fraction
        precision = digits
      }
      self.reader = reader
    }
    readZone()
  }

  private mutating func readZone() {
    var reader = reader
    _ = reader.skip(" ")
    if reader.skip("Z") || reader.skip("z") || reader.skip("UTC") || reader.skip("GMT") {
      self.reader = reader
      return
    }
    let isEast = reader.skip("+")
    guard isEast || reader.skip("-"), let hours = reader.number(2), hours < 24 else { return }
    _ = reader.skip(":")
    let minutes = reader.number(2) ?? 0
    seconds -= Double(hours * 3600 + minutes * 60) * (isEast ? 1 : -1)
    self.reader = reader
  }

  /// Days since 1970 in the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// Reads digits and marks, one after the other.
private struct DigitReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private func byte(_ offset: Int) -> UInt8? {
    let index = bytes.startIndex + position + offset
    return index < bytes.endIndex ? bytes[index] : nil
  }

  private func digit(_ offset: Int) -> Int? {
    guard let byte = byte(offset), (48...57).contains(byte) else { return nil }
    return Int(byte) - 48
  }

  /// A number of so many digits.
  mutating func number(_ count: Int) -> Int? {
    var number = 0
    for offset in 0..<count {
      guard let digit = digit(offset) else { return nil }
      number = number * 10 + digit
    }
    position += count
    return number
  }

  mutating func skip(_ mark: String) -> Bool {
    for (offset, expected) in mark.utf8.enumerated() where byte(offset) != expected { return false }
    position += mark.utf8.count
    return true
  }

  /// What stands behind a decimal point, and the worth of its last digit.
  mutating func fraction() -> (Double, Double)? {
    var reader = self
    guard reader.skip(".") || reader.skip(",") else { return nil }
    var (value, unit) = (0.0, 1.0)
    while let digit = reader.digit(0) {
      unit /= 10
      value += Double(digit) * unit
      reader.position += 1
    }
    guard unit < 1 else { return nil }
    self = reader
    return (value, unit)
  }
}
