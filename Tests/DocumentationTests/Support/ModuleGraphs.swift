import Foundation
import QueryBudgetSQLite
import Testing

/// What the compiler tells of a module that was built for this run: its own symbols, and those that
/// it adds to other modules. It is asked once for each module.
struct ModuleGraphs: Sendable {
  private let module: String
  private let files: [String: Data]
  private static let asked = Locked<[String: ModuleGraphs]>([:])

  /// The graphs of a module; it lies beside the program that runs the tests.
  static func of(_ module: String) throws -> ModuleGraphs {
    try asked.withLock { asked in
      if let known = asked[module] { return known }
      let graphs = try ModuleGraphs(of: module)
      asked[module] = graphs
      return graphs
    }
  }

  private init(of module: String) throws {
    self.module = module
    let folder = try TemporaryFolder()
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let build = program.deletingLastPathComponent()
    let platform = build.deletingLastPathComponent()
    let checkouts = platform.deletingLastPathComponent().appendingPathComponent("checkouts")
    let moduleMaps = [
      build.appendingPathComponent("CStatementTrace.build/module.modulemap"),
      build.appendingPathComponent("CRowWriter.build/module.modulemap"),
      checkouts.appendingPathComponent("GRDB.swift/Sources/GRDBSQLite/module.modulemap"),
    ]
    let command = try Command(
      [
        "swift", "symbolgraph-extract", "-module-name", module, "-output-dir", folder.url.path,
        "-I", build.appendingPathComponent("Modules").path,
        "-I", Checkout.root.appendingPathComponent("Sources/CSQLite").path,
        "-target", platform.lastPathComponent, "-minimum-access-level", "public",
        "-skip-synthesized-members", "-skip-inherited-docs", "-emit-extension-block-symbols",
      ] + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] })
    try #require(command.status == 0, "\(command.output)")
    let urls = try FileManager.default.contentsOfDirectory(
      at: folder.url, includingPropertiesForKeys: nil)
    files = try Dictionary(
      uniqueKeysWithValues: urls.map { ($0.lastPathComponent, try Data(contentsOf: $0)) })
  }

  /// The module's own symbols.
  var own: [SymbolGraph.Symbol] {
    get throws { try symbols { $0 == "\(module).symbols.json" } }
  }

  /// The module's own symbols, and those that it adds to other modules.
  var all: [SymbolGraph.Symbol] {
    get throws { try symbols { _ in true } }
  }

  /// Writes the graphs for DocC.
  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
  }

  private func symbols(in isWanted: (String) -> Bool) throws -> [SymbolGraph.Symbol] {
    try files.filter { isWanted($0.key) }.flatMap { file in
      try JSONDecoder().decode(SymbolGraph.self, from: file.value).symbols
    }
  }
}
