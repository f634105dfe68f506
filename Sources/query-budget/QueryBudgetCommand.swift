import ArgumentParser
import Foundation

/// The command-line tool.
@main
struct QueryBudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query-budget",
    abstract: "Show how the number of SQL queries grows with the rows.",
    subcommands: [
      CheckCommand.self, DemoCommand.self, DiffCommand.self, FingerprintCommand.self,
      PopulateCommand.self, PruneCommand.self, RecordCommand.self, ReportCommand.self,
      ShowCommand.self,
    ]
  )

  /// Status 0 for success, 2 for trouble of any kind, as diff(1): a wrong word as well.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(withError: code)
    } catch  where exitCode(for: error) == .success {
      exit(withError: error)
    } catch {
      Trouble.say(message(for: error))
      exit(withError: ExitCode(Trouble.status))
    }
  }
}
