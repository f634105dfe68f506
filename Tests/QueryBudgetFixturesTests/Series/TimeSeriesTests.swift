import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct TimeSeriesTests {
  private static let day: Int64 = 86400

  /// Noon and midnight of days that are easy to get wrong, and the seconds around them.
  static let moments: [Int64] =
    [
      // 1969-12-31 and 1970-01-01, the leap days of 2000, 2024 and 1600, and those that 1900 and
      // 2100 don't have.
      -1, 0, 11015, 19781, -135081, -25509, 47540,
      // The first and the last day that SQLite knows.
      -719528, 2_932_896,
    ].flatMap { day in [0, 1, 43200, 86399].map { day * Self.day + $0 } }

  private func text(_ format: TimeFormat, at seconds: Int64) -> String {
    let pattern = TextPattern([.time(format, Counter(first: seconds))])
    guard case .text(let text) = ValueSeries.text(pattern).value(at: 1) else { return "" }
    return text
  }

  @Test("Moments are written as SQLite writes them")
  func againstSQLite() throws {
    let database = try RecordingDatabase(.inMemory)
    let steps = (0..<1500).map { (step: Int64) in -62_167_219_200 + step * 78_892_123 }
    for seconds in Self.moments + steps {
      let row = try #require(
        database.query(
          """
          SELECT datetime(?1, 'unixepoch') AS both, date(?1, 'unixepoch') AS day,
            time(?1, 'unixepoch') AS clock, strftime('%Y', ?1, 'unixepoch') AS year,
            strftime('%Y-%m-%dT%H:%M:%SZ', ?1, 'unixepoch') AS iso
          """, [seconds]
        ).first)
      #expect(try text(.dateTime, at: seconds) == row.value("both", as: String.self))
      #expect(try text(.date, at: seconds) == row.value("day", as: String.self))
      #expect(try text(.time, at: seconds) == row.value("clock", as: String.self))
      #expect(try text(.year, at: seconds) == row.value("year", as: String.self))
      #expect(try text(.iso8601, at: seconds) == row.value("iso", as: String.self))
    }
  }

  @Test("Moments that no calendar has are written all the same")
  func farAway() {
    #expect(text(.date, at: -719529 * Self.day) == "-0001-12-31")
    #expect(text(.date, at: 2_932_897 * Self.day) == "10000-01-01")
    #expect(text(.iso8601, at: .max) == "292277026596-12-04T15:30:07Z")
    #expect(text(.iso8601, at: .min) == "-292277022657-01-27T08:29:52Z")
  }
}
