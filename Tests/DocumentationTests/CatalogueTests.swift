#if os(Linux)
  import Foundation
  import Testing

  /// Every public module has documentation that is whole, and that DocC takes without a warning.
  ///
  /// The modules are those that were built for this run, so that nothing is built again.
  @Suite struct CatalogueTests {
    @Test("Every public symbol has a doc comment", arguments: Checkout.publicModules)
    func symbolsAreDocumented(module: String) throws {
      let symbols = try ModuleGraphs.of(module).all.filter(\.isWritten)
      #expect(!symbols.isEmpty)
      for symbol in symbols where symbol.docComment == nil {
        Issue.record("\(symbol.place) is public and has no doc comment.")
      }
    }

    @Test(
      "The catalogue's page has every public symbol in its topics",
      arguments: Checkout.publicModules)
    func symbolsAreGrouped(module: String) throws {
      let symbols = try ModuleGraphs.of(module).own.filter { $0.pathComponents.count == 1 }
      let path = "Sources/\(module)/\(module).docc"
      let page = try #require(
        try Checkout.files(in: path) { $0.lastPathComponent == "\(module).md" }.first)
      for (title, overloads) in Dictionary(grouping: symbols, by: \.names.title) {
        // Functions that differ in their types only have these behind their name.
        let lines = page.lines.filter {
          $0 == "- ``\(title)``" || $0.hasPrefix("- ``\(title)-(")
        }
        #expect(lines.count == overloads.count, "\(page.path) has no topic for \(title).")
      }
    }

    @Test(
      "DocC finds nothing to warn of, no link that leads nowhere", arguments: Checkout.publicModules
    )
    func catalogueConverts(module: String) throws {
      let folder = try TemporaryFolder()
      let graphs = folder.url.appendingPathComponent("graphs")
      try ModuleGraphs.of(module).write(to: graphs)
      let catalogue = Checkout.root.appendingPathComponent("Sources/\(module)/\(module).docc")
      let command = try Command([
        "docc", "convert", catalogue.path, "--additional-symbol-graph-dir", graphs.path,
        "--fallback-display-name", module, "--fallback-bundle-identifier", "query-budget.\(module)",
        "--output-path", folder.url.appendingPathComponent("archive").path,
      ])
      #expect(command.status == 0, "\(command.output)")
      #expect(!command.output.contains("warning:"), "\(command.output)")
    }
  }
#endif
