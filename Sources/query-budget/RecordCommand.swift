import ArgumentParser
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
      let file = try SQLScript(path: script)
      let database = try RecordingDatabase(database.map { .file($0) } ?? .inMemory)
      let recorded = database.recorder.recordResult {
        try database.executeScript(file.sql) { _ in }
      }
      if let problem = recorded.problem { throw problem }
      // What ran before text that is no SQL is printed as well.
      print(try RecordingListing(recorded.recording).text(format))
      do {
        try recorded.result.get()
      } catch let error as SQLiteError {
        let line = file.line(ofLast: (error.sql ?? "").utf8.count)
        throw Trouble("\(script):\(line): \(error.message)")
      }
    }
  }
}
