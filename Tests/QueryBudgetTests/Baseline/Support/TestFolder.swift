import Foundation
import QueryBudget

/// A folder of a test's own, which goes with it.
final class TestFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  subscript(name: String) -> String { path + "/" + name }

  /// The names of everything in it, or in a folder of it, hidden or not.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self[folder]).sorted()
  }

  /// The paths of all files below it.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { !FileManager.default.folderExists(atPath: self[$0]) }.sorted()
  }

  /// Makes a file, and the folders above it.
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Makes a file, and the folders above it.
  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// What is in a file.
  func contents(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: self[name]))
  }

  /// The place of a test's baseline in this folder.
  func location(
    _ function: String,
    part: String? = nil,
    suite: String = "ArticleTests",
    target: String = "AppTests"
  ) throws -> BaselineLocation {
    try BaselineLocation(
      filePath: "/somewhere/Tests/\(target)/\(suite).swift", fileID: "\(target)/\(suite).swift",
      function: function, part: part, environment: ["QUERY_BUDGET_BASELINES": path])
  }
}

extension FileManager {
  func folderExists(atPath path: String) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
