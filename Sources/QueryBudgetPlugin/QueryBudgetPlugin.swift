import Dispatch
import Foundation
import PackagePlugin

/// Forwards every word to the `query-budget` tool: nothing is parsed here.
///
/// SwiftPM gives a plugin no standard input, and hands on its standard output and standard error as
/// one.
@main
struct QueryBudgetPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let tool = Process()
    tool.executableURL = try context.tool(named: "query-budget").url
    tool.arguments = arguments
    tool.currentDirectoryURL = folder(of: context.package)
    try start(tool)
    let signals = forwardSignals(to: tool.processIdentifier)
    tool.waitUntilExit()
    signals.forEach { $0.cancel() }
    // SwiftPM makes 1 of every status; the tool has already said what is wrong.
    switch tool.terminationReason {
    case .uncaughtSignal:
      Diagnostics.error("query-budget was ended by signal \(tool.terminationStatus).")
    default:
      guard tool.terminationStatus != 0 else { return }
      Diagnostics.error("query-budget ended with status \(tool.terminationStatus).")
    }
  }

  /// Where the user stands, as long as that is in the package: `--package-path` may name another.
  private func folder(of package: Package) -> URL {
    let here = FileManager.default.currentDirectoryPath
    let root = package.directoryURL.path
    return here.hasPrefix(root + "/") ? URL(fileURLWithPath: here) : package.directoryURL
  }

  /// Starts the tool with no signal blocked: the threads of Swift's tasks block most of them, and
  /// a process takes that over.
  private func start(_ tool: Process) throws {
    var (blocked, none) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try tool.run()
  }

  /// The tool is in a process group of its own, so that neither the terminal ends it nor SwiftPM,
  /// which ends the plugin alone.
  private func forwardSignals(to tool: pid_t) -> [any DispatchSourceSignal] {
    [SIGHUP, SIGINT, SIGTERM].map { number in
      // Not before the tool runs, which would ignore it as well.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { kill(tool, SIGINT) }
      source.resume()
      return source
    }
  }
}
