import ArgumentParser
import GRDB
import Newsroom

/// The option that every subcommand has: which database file to work on.
struct DatabaseFile: ParsableArguments {
  @Option(help: "The database file; it is created when there is none.")
  var database = "newsroom.sqlite"

  /// Opens the file for as long as `body` runs, or ends the program with one sentence.
  func open<Result>(_ body: (any DatabaseWriter) async throws -> Result) async throws -> Result {
    let pool = try pool()
    defer { try? pool.close() }
    return try await body(pool)
  }

  private func pool() throws -> DatabasePool {
    do {
      return try Newsroom.openDatabase(path: database)
    } catch let error as DatabaseError {
      throw Failure.exit(
        "Can't open the database '\(database)' (\(error.message ?? "\(error.resultCode)")); "
          + "check that its folder exists and can be written, and that the file is SQLite's."
      )
    }
  }
}
