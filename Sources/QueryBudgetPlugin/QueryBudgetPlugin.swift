import Foundation
import PackagePlugin

/// Forwards every word to the `query-budget` tool: nothing is parsed here.
@main
struct QueryBudgetPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let tool = try context.tool(named: "query-budget")
    let process = Process()
    process.executableURL = tool.url
    process.arguments = arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      // SwiftPM turns any failure into 1; the tool has already said what is wrong.
      Diagnostics.error("query-budget ended with status \(process.terminationStatus)")
      return
    }
  }
}
