import Foundation

/// Where the baseline of a test lies: `Baselines/<test target>/<suite>/<test>.json`.
///
/// A name that isn't plain, or differs from that of another test only in case, has a hash at its
/// end, so that every test has a file of its own on every file system.
public struct BaselineLocation: Sendable, Hashable {
  /// The folder of all baselines.
  public let root: String

  /// The file below that folder.
  public let relativePath: String

  private let folders: [SafeName]
  private let name: SafeName

  /// Finds the place from the test's own source file.
  ///
  /// The folder `Baselines` lies beside the nearest `Package.swift` above the file, or where the
  /// environment's `QUERY_BUDGET_BASELINES` says. The suite is the name of the source file. `part`
  /// tells several measurements of one test apart.
  ///
  /// Throws a ``BaselineError`` when no folder of the file holds a `Package.swift`.
  public init(
    filePath: String,
    fileID: String,
    function: String,
    part: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let file = URL(fileURLWithPath: filePath)
    let target = fileID.split(separator: "/").first.map(String.init) ?? "Tests"
    let suite = file.deletingPathExtension().lastPathComponent
    let folder = file.deletingLastPathComponent().path
    guard let nearest = BaselineFolder.nearest(to: folder, environment: environment) else {
      throw BaselineError(
        path: file.path,
        problem: "no folder above this test holds a Package.swift; say where baselines lie by the "
          + "environment's QUERY_BUDGET_BASELINES.")
    }
    self.init(
      root: nearest.path, folders: [SafeName(target), SafeName(suite)],
      name: SafeName(test: Self.test(of: function), part: part, suffix: ".json"))
  }

  private init(root: String, folders: [SafeName], name: SafeName) {
    var path = root
    for component in folders + [name] {
      // A folder that can't be listed can't be read from either, which then says why.
      path += "/" + component.settled(among: (try? LockedFolder.names(in: path)) ?? [])
    }
    self.init(root: root, folders: folders, name: name, path: path)
  }

  private init(root: String, folders: [SafeName], name: SafeName, path: String) {
    self.root = root
    self.folders = folders
    self.name = name
    relativePath = String(path.dropFirst(root.count + 1))
  }

  /// The file.
  public var file: BaselineFile { BaselineFile(path: root + "/" + relativePath) }

  /// The path as a person in the package's folder would write it.
  public var displayPath: String {
    (root as NSString).lastPathComponent + "/" + relativePath
  }

  /// Writes the baseline whole or not at all, and answers where it lies now: another process may
  /// have recorded a test meanwhile whose name differs only in case.
  ///
  /// Throws a ``BaselineError`` when it can't be written; the old file is then still there.
  public func write(_ baseline: Baseline) throws -> BaselineLocation {
    let json = try baseline.json()
    return try BaselineFile.writing(at: file.path) {
      var path = root
      try LockedFolder.make(root)
      for folder in folders {
        let parent = try LockedFolder(path)
        path += "/" + folder.settled(among: try LockedFolder.names(in: parent.path))
        try LockedFolder.make(path)
      }
      let parent = try LockedFolder(path)
      let file = name.settled(among: try LockedFolder.names(in: path))
      try parent.replace(file, with: json)
      return BaselineLocation(root: root, folders: folders, name: name, path: path + "/" + file)
    }
  }

  /// The name of a test function, without its arguments: `list` for `list(_:of:)`. A name in
  /// backticks may hold parentheses of its own, and comes without the backticks.
  public static func test(of function: String) -> String {
    guard function.hasSuffix("()") || function.hasSuffix(":)"),
      let arguments = function.lastIndex(of: "(")
    else { return function }
    return String(function[..<arguments])
  }
}
