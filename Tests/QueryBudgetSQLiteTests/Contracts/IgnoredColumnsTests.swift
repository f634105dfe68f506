import QueryBudget
import Testing

@testable import QueryBudgetSQLite

@Suite struct IgnoredColumnsTests {
  private let contents = DatabaseContents(tables: [
    "job": TableContents(name: "job", columns: ["id", "attempts"], key: [0], rows: []),
    "attempt": TableContents(name: "attempt", columns: ["id"], key: [0], rows: []),
    "log.entry": TableContents(name: "log.entry", columns: ["id", "text"], key: [0], rows: []),
  ])

  @Test("A column of a table, or a whole table, whatever its case")
  func names() throws {
    let ignored = try IgnoredColumns(
      ["job.Attempts", "ATTEMPT", "log.entry.text"], in: contents, for: "job")
    #expect(ignored.contains("attempts", of: "job"))
    #expect(!ignored.contains("id", of: "job"))
    #expect(ignored.contains(table: "attempt"))
    #expect(!ignored.contains(table: "job"))
    #expect(ignored.contains("text", of: "log.entry"))
  }

  @Test("One that is not there is an error that lists what there is")
  func unknown() {
    func message(_ name: String) -> String? {
      do {
        _ = try IgnoredColumns([name], in: contents, for: "send invoice")
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      message("job.tries") == """
        send invoice: ignoring "job.tries": table job has no such column; it has id, attempts.
        """)
    #expect(
      message("tries") == """
        send invoice: ignoring "tries": there is no such table; name a table, or a column as \
        table.column. There are attempt, job, log.entry.
        """)
  }
}
