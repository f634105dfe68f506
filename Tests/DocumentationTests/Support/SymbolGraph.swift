import Foundation
import Testing

/// The public symbols of a built module, as the compiler tells them.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Names: Decodable { let title: String }
    struct DocComment: Decodable {}
    struct Location: Decodable {
      struct Position: Decodable { let line: Int }
      let uri: String
      let position: Position
    }

    struct Kind: Decodable { let identifier: String }

    let kind: Kind
    let names: Names
    let pathComponents: [String]
    let docComment: DocComment?
    let location: Location?

    /// Whether somebody wrote it: not what the compiler adds, and no page for another module's type.
    var isWritten: Bool { location != nil && kind.identifier != "swift.extension" }

    /// Where it stands, for a person.
    var place: String {
      let line = location.map { "\($0.uri):\($0.position.line + 1): " } ?? ""
      return line + pathComponents.joined(separator: ".")
    }
  }

  let symbols: [Symbol]

  /// Writes the graphs of a module, and of what it adds to others, into a folder.
  ///
  /// The module has been built: it lies beside the program that runs the tests.
  static func extract(_ module: String, into folder: URL) throws {
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
        "swift", "symbolgraph-extract", "-module-name", module, "-output-dir", folder.path,
        "-I", build.appendingPathComponent("Modules").path,
        "-I", Checkout.root.appendingPathComponent("Sources/CSQLite").path,
        "-target", platform.lastPathComponent, "-minimum-access-level", "public",
        "-skip-synthesized-members", "-skip-inherited-docs", "-emit-extension-block-symbols",
      ] + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] })
    try #require(command.status == 0, "\(command.output)")
  }

  /// Reads what `extract` wrote: the module's own symbols, and those that it adds to other modules.
  static func read(_ module: String, from folder: URL) throws -> (own: Self, extensions: Self) {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let graphs = try files.map { file in
      (file, try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: file)))
    }
    let own = graphs.filter { $0.0.lastPathComponent == "\(module).symbols.json" }
    let others = graphs.filter { $0.0.lastPathComponent.hasPrefix("\(module)@") }
    return (
      SymbolGraph(symbols: own.flatMap(\.1.symbols)),
      SymbolGraph(symbols: others.flatMap(\.1.symbols))
    )
  }
}
