import Foundation

/// The files of this package.
enum Checkout {
  /// The modules that a consumer can import.
  static let publicModules = [
    "QueryBudget", "QueryBudgetSQLite", "QueryBudgetGRDB", "QueryBudgetFixtures",
    "QueryBudgetTesting",
  ]

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What people read: the README, and articles and doc comments of the public modules.
  static func documents() throws -> [Document] {
    let readme = Document(
      path: "README.md",
      text: try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8))
    return try [readme]
      + publicModules.flatMap { module in
        try files(in: "Sources/\(module)") { ["md", "swift"].contains($0.pathExtension) }
      }
  }

  /// What is compiled: the examples, and a manifest.
  static func examples() throws -> [Document] {
    try files(in: "Tests/DocumentationTests/Examples") { $0.pathExtension == "swift" }
      + files(in: "Tests/DocumentationTests/Manifests") { $0.pathExtension == "swift" }
  }

  /// The files of a folder and of the folders in it, in the order of their paths.
  static func files(in folder: String, where isWanted: (URL) -> Bool) throws -> [Document] {
    let folder = root.appendingPathComponent(folder)
    let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let found = (enumerator?.allObjects as? [URL] ?? []).filter(isWanted)
    return try found.sorted { $0.path < $1.path }.map { url in
      let path = url.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1)
      return Document(path: String(path), text: try String(contentsOf: url, encoding: .utf8))
    }
  }
}

/// A text file of the package.
struct Document {
  /// Its path from the package's folder.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
