import ArgumentParser
import Foundation
import GRDB
import Newsroom

/// The options that every subcommand has: what it is run for, and on which database file.
struct SettingsArguments: ParsableArguments {
  @Option(help: "development, test or production; NEWSROOM_ENVIRONMENT says it too.")
  var environment: String?

  @Option(
    name: .customLong("settings"),
    help: "A JSON file with what is no secret; NEWSROOM_SETTINGS says it too.")
  var file: String?

  @Option(help: "The database file; NEWSROOM_DATABASE says it too.")
  var database: String?

  /// Reads the settings, or ends the program with everything that is wrong with them.
  func load(hostname: String? = nil, port: Int? = nil) async throws -> Settings {
    guard #available(macOS 15, *) else { throw Failure.exit("Newsroom needs macOS 15 to run.") }
    do {
      return try await Settings.load(
        options: SettingsOptions(
          environment: environment, hostname: hostname, port: port, database: database, file: file)
      )
    } catch {
      throw Failure.exit("\(error)")
    }
  }
}

extension Settings {
  /// Opens the database for as long as `body` runs, or ends the program with one sentence.
  ///
  /// - Parameter creating: Whether a file is made when there is none.
  func open<Result>(
    creating: Bool,
    _ body: (any DatabaseWriter) async throws -> Result
  ) async throws -> Result {
    guard creating || FileManager.default.fileExists(atPath: database) else {
      throw Failure.exit("There is no database '\(database)'; name another one with --database.")
    }
    let pool = try pool()
    let result: Result
    do {
      result = try await body(pool)
    } catch {
      try? pool.close()
      throw error
    }
    // A file whose last connection can write is left in order: without a log beside it.
    pool.invalidateReadOnlyConnections()
    try pool.close()
    return result
  }

  private func pool() throws -> DatabasePool {
    do {
      return try Newsroom.openDatabase(path: database)
    } catch let error as DatabaseError {
      throw Failure.exit(
        "Can't open the database '\(database)' (\(error.message ?? "\(error.resultCode)")); "
          + "check that its folder exists and can be written, and that the file is SQLite's."
      )
    } catch let error as SchemaError {
      throw Failure.exit("Can't use '\(database)': \(error)")
    }
  }
}
