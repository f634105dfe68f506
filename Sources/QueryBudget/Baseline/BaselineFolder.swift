import Foundation

/// A folder of baselines, or of results.
public struct BaselineFolder: Sendable, Hashable {
  /// The path of the folder.
  public let path: String

  /// The folder at a path.
  public init(path: String) {
    self.path = path
  }

  /// Calls `body` with the path of each file below the folder, sorted, hidden ones left out; one
  /// folder's names are kept at a time.
  ///
  /// Throws a ``BaselineError`` where a folder can't be read, and what `body` throws.
  package func forEachFile(_ body: (_ relativePath: String) throws -> Void) throws {
    try visit("", body)
  }

  /// The folder `Baselines` of the package that a folder lies in, or where the environment's
  /// `QUERY_BUDGET_BASELINES` says; nil outside of a package.
  package static func nearest(
    to folder: String,
    environment: [String: String]
  ) -> BaselineFolder? {
    if let named = environment["QUERY_BUDGET_BASELINES"], !named.isEmpty {
      return BaselineFolder(path: named)
    }
    var folder = URL(fileURLWithPath: folder).standardizedFileURL
    while true {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) {
        return BaselineFolder(path: folder.appendingPathComponent("Baselines").path)
      }
      if folder.path == "/" { return nil }
      folder.deleteLastPathComponent()
    }
  }

  private func visit(_ folder: String, _ body: (String) throws -> Void) throws {
    let whole = folder.isEmpty ? path : path + "/" + folder
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: whole)
    } catch {
      throw BaselineError(
        path: whole, problem: "this folder can't be read (\(error.localizedDescription)).")
    }
    // By bytes, as git sorts, so that two walks of the same files go side by side.
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      let relative = folder.isEmpty ? name : folder + "/" + name
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: path + "/" + relative, isDirectory: &isDirectory)
      if exists, isDirectory.boolValue, !name.hasSuffix(".json") {
        try visit(relative, body)
      } else {
        try body(relative)
      }
    }
  }
}
