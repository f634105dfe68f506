import Testing

@testable import QueryBudgetSQLite

/// Times as databases hold them in texts.
@Suite struct TimeTextTests {
  private func read(_ text: String) -> TimeText? { TimeText(Array(text.utf8)[...]) }

  @Test(
    "One moment in all usual forms",
    arguments: [
      "2026-11-26 10:53:01", "2026-11-26T10:53:01", "2026-11-26T10:53:01Z",
      "2026-11-26 10:53:01 UTC", "2026-11-26T11:53:01+01:00", "2026-11-26T11:53:01+0100",
      "2026-11-26 05:53:01 -0500", "20261126T105301Z", "2026-11-26t10:53:01z",
    ])
  func seconds(text: String) throws {
    let time = try #require(read(text))
    #expect(time.seconds == 1_795_690_381)
    #expect(time.precision == 1)
    #expect(time.length == text.utf8.count)
    #expect(!time.isDay)
  }

  @Test("Parts of a second, minutes and days have a precision of their own")
  func precision() throws {
    let parts = try #require(read("2026-11-26 10:53:01.250"))
    #expect(abs(parts.seconds - 1_795_690_381.25) < 1e-6)
    #expect(abs(parts.precision - 0.001) < 1e-9)
    #expect(read("2026-11-26 10:53")?.precision == 60)
    #expect(read("2026-11-26")?.isDay == true)
    #expect(read("2000-02-29")?.seconds == 951_782_400)
    #expect(read("1970-01-01")?.seconds == 0)
  }

  @Test(
    "What is no time is none",
    arguments: ["", "20261126", "2026-13-01", "2026-11-32", "1234-11-26", "26.11.2026", "2026-1-6"])
  func others(text: String) {
    #expect(read(text) == nil)
  }

  @Test("Only the time is taken of a longer text")
  func length() {
    #expect(read("2026-11-26 10:53:01\",\"id\":7")?.length == 19)
    #expect(read("2026-11-26 and so on")?.length == 10)
  }
}
