import Foundation
import Testing

@testable import QueryBudgetSQLite

/// Which two values may both be the current time of their run.
@Suite struct TimeSpanTests {
  private let began = Date(timeIntervalSince1970: 1_795_690_381)

  private func span(seconds: Double) -> TimeSpan {
    TimeSpan(began: began, now: began.addingTimeInterval(seconds))
  }

  @Test("Texts no further apart than the contract took")
  func texts() {
    let span = span(seconds: 2)
    #expect(span.isSame("2026-11-26 10:53:01.100", "2026-11-26 10:53:02.900"))
    #expect(!span.isSame("2026-11-26 10:53:01.100", "2026-11-26 10:53:03.200"))
    #expect(span.isSame("2026-11-26 10:53:01", "2026-11-26 10:53:04"), "Seconds were cut off.")
    #expect(!span.isSame("2026-11-26 10:53:01", "2026-11-26 10:53:05"))
    #expect(span.isSame("2026-11-26 10:59", "2026-11-26 11:00"))
    #expect(!span.isSame("2026-11-26 10:58", "2026-11-26 11:00"))
    #expect(!span.isSame("2026-11-26 10:53:01", "2026-12-26 10:53:01"), "A month more.")
  }

  @Test("Times inside of a text, and nothing else")
  func insideTexts() {
    let span = span(seconds: 2)
    #expect(
      span.isSame(
        #"{"at":"2026-11-26T10:53:01Z","id":7}"#, #"{"at":"2026-11-26T10:53:02Z","id":7}"#))
    #expect(
      !span.isSame(
        #"{"at":"2026-11-26T10:53:01Z","id":7}"#, #"{"at":"2026-11-26T10:53:02Z","id":8}"#))
    #expect(!span.isSame("12026-11-26 10:53:01", "12026-11-26 10:53:02"))
    #expect(!span.isSame("2026-11-26 10:53:01", "2026-11-26 10:53:01 late"))
    #expect(span.isSame("", ""))
    #expect(!span.isSame("", "a"))
  }

  @Test("A day is another one only where midnight has passed")
  func days() {
    #expect(!span(seconds: 2).isSame("2026-11-26", "2026-11-27"))
    let late = Date(timeIntervalSince1970: 1_795_737_599)
    let night = TimeSpan(began: late, now: late.addingTimeInterval(2))
    #expect(night.isSame("2026-11-26", "2026-11-27"))
    #expect(!night.isSame("2026-11-26", "2026-11-28"))
  }

  @Test(
    "Numbers by their size",
    arguments: [
      (1_795_690_381.0, 1_795_690_383.0), (817_383_181.25, 817_383_183.0),
      (1_795_690_381_000, 1_795_690_383_000), (1_795_690_381_000_000, 1_795_690_383_000_000),
      (2_461_370.9534, 2_461_370.95342),
    ])
  func numbers(one: Double, other: Double) {
    #expect(span(seconds: 2).isSame(one, other))
    #expect(!span(seconds: 0.001).isSame(one, other))
  }

  @Test("A number of another size is no time")
  func otherNumbers() {
    #expect(!span(seconds: 10).isSame(7, 8))
    #expect(!span(seconds: 10).isSame(1_795_690_381, 1_795_690_381_000))
  }
}
