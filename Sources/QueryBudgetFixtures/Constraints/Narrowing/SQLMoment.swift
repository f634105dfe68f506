/// Moments as SQLite's functions write them.
///
/// <https://www.sqlite.org/lang_datefunc.html>
enum SQLMoment {
  /// The seconds since 1970 of a date, alone or with a time; nil for any other text.
  static func seconds(_ text: String) -> (seconds: Double, format: ValueDomain.Format)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), (1...12).contains(month),
      let day = number(bytes[8..<10]), (1...31).contains(day)
    else { return nil }
    let date = Double(days(year: year, month: month, day: day)) * 86_400
    if bytes.count == 10 { return (date, .date) }
    guard bytes.count >= 16, bytes[13] == UInt8(ascii: ":"),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16])
    else { return nil }
    let second = bytes.count >= 19 ? number(bytes[17..<19]) ?? 0 : 0
    return (date + Double(hour * 3600 + minute * 60 + second), .dateTime)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March, so that
  /// the leap day is the last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let century = (year >= 0 ? year : year - 399) / 400
    let yearOfCentury = year - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfCentury = yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear
    return century * 146_097 + dayOfCentury - 719_468
  }
}
