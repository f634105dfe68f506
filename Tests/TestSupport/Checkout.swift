package import Foundation

/// The checkout of QueryBudget whose tests run.
package enum Checkout {
  /// The folder of its `Package.swift`.
  package static let folder = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  /// The built `query-budget`, which lies beside the program that runs the tests.
  package static var tool: URL? {
    #if os(macOS)
      let folders = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    #else
      let folders = [
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
          .deletingLastPathComponent()
      ]
    #endif
    return folders.map { $0.appendingPathComponent("query-budget") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
