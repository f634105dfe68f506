import Foundation
import QueryBudget
@testable import QueryBudgetSQLite
import Testing

/// Whether a run got to its end after all.
@Suite("All of it") struct AtomicWholeTests {
  private func contents(_ rows: [SQLiteValue]...) -> DatabaseContents {
    let columns = ["id", "n", "at"]
    return DatabaseContents(
      tables: ["a": TableContents(name: "a", columns: columns, key: [0], rows: rows)])
  }

  @Test("Every row counts, and every value")
  func rows() {
    let whole = AtomicWhole(contents([1, 7, "x"]), contents([1, 7, "x"]))
    #expect(whole.isLeft(by: contents([1, 7, "x"])))
    #expect(!whole.isLeft(by: contents([1, 8, "x"])))
    #expect(!whole.isLeft(by: contents()))
    #expect(!whole.isLeft(by: contents([1, 7, "x"], [2, 7, "x"])))
    #expect(!whole.isLeft(by: DatabaseContents(tables: [:])))
  }

  @Test("A column in which two whole runs differ says nothing")
  func random() {
    let whole = AtomicWhole(contents(["u1", 7, "x"]), contents(["u2", 7, "x"]))
    #expect(whole.isLeft(by: contents(["u3", 7, "x"])))
    #expect(!whole.isLeft(by: contents(["u3", 8, "x"])))
    #expect(!whole.isLeft(by: contents()))
  }

  @Test("Of two times of about now it counts that they are there")
  func times() {
    let now = Date()
    let later = now.addingTimeInterval(90)
    let forms: [(Date) -> SQLiteValue] = [
      { .text($0.formatted(.iso8601)) },
      { .text($0.formatted(.iso8601).replacing("T", with: " ").replacing("Z", with: ".123")) },
      { .integer(Int64($0.timeIntervalSince1970)) },
      { .integer(Int64($0.timeIntervalSince1970 * 1000)) },
      { .real($0.timeIntervalSince1970) },
      { .real($0.timeIntervalSinceReferenceDate) },
      { .real($0.timeIntervalSince1970 / 86400 + 2_440_587.5) },
    ]
    for form in forms {
      let whole = AtomicWhole(contents([1, 7, form(now)]), contents([1, 7, form(now)]))
      #expect(whole.isLeft(by: contents([1, 7, form(later)])), "\(form(now))")
      #expect(!whole.isLeft(by: contents([1, 7, 1])))
      #expect(!whole.isLeft(by: contents([1, 7, "2001-01-01 10:00:00"])))
    }
  }
}
