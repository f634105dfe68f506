import ArgumentParser
import Foundation
import QueryBudget
import QueryBudgetSQLite

/// `query-budget record`
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Run an SQL script and print every statement that was recorded.",
    discussion: """
      The script runs on a fresh database in memory, or on the one that --database names. A \
      statement that the database refuses is recorded as failed, and the script goes on.
      """
  )

  @Argument(help: "The file of SQL statements.")
  var script: String

  @Option(help: "A database file to run the script on; it is made when there is none.")
  var database: String?

  @Option(help: "How the statements are printed.")
  var format = OutputFormat.text

  func run() throws {
    try Trouble.reporting {
      let sql = try contents()
      let database = try RecordingDatabase(database.map { .file($0) } ?? .inMemory)
      let recorded = database.recorder.recordResult { try database.executeScript(sql) { _ in } }
      if let problem = recorded.problem { throw problem }
      // What ran before text that is no SQL is printed as well.
      print(try RecordingListing(recorded.recording).text(format))
      do {
        try recorded.result.get()
      } catch let error as SQLiteError {
        throw Trouble("\(script):\(line(of: error, in: sql)): \(error.message)")
      }
    }
  }

  /// The line on which the statement begins that is no SQL.
  private func line(of error: SQLiteError, in sql: String) -> Int {
    let rest = error.sql ?? ""
    let before = sql.utf8.dropLast(rest.drop(while: \.isWhitespace).utf8.count)
    return before.count { $0 == UInt8(ascii: "\n") } + 1
  }

  private func contents() throws -> String {
    let url = URL(fileURLWithPath: script)
    do {
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    } catch {
      throw Trouble("the script \(script) can't be read: name a file of SQL statements.")
    }
  }
}
