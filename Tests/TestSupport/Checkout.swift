package import Foundation

/// The checkout of QueryBudget whose tests run.
package enum Checkout {
  /// The folder of its `Package.swift`.
  package static let folder = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  /// The built `query-budget`.
  package static var tool: URL? { program("query-budget") }

  /// A built program, which lies beside the one that runs the tests.
  package static func program(_ name: String) -> URL? {
    #if os(macOS)
      let folders = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    #else
      let folders = [
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
          .deletingLastPathComponent()
      ]
    #endif
    return folders.map { $0.appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
