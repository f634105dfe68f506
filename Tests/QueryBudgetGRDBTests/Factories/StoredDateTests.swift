import Foundation
import GRDB
import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Moments are stored as GRDB stores them, so that an application reads its fixtures.
@Suite struct StoredDateTests {
  @Test("Moments of all years are written as GRDB writes them, and read back")
  func same() throws {
    var state: UInt64 = 7
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let milliseconds = Int64(state >> 20) % 250_000_000_000_000 - 60_000_000_000
      let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      guard case .string(let text) = date.databaseValue.storage else {
        Issue.record("\(date) is no text")
        return
      }
      #expect(date.sqliteValue == .text(text), "\(milliseconds)")
      let theirs = try #require(Date.fromDatabaseValue(text.databaseValue))
      let ours = try #require(Date(.text(text)))
      #expect(abs(theirs.timeIntervalSince(ours)) < 0.0001, "\(text)")
      #expect(ours.sqliteValue == .text(text))
    }
  }
}
