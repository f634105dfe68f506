import Foundation

/// Finds the tests of baselines in the Swift sources of a package.
///
/// Ask for the baselines of one test file one after the other: that file alone is kept.
struct TestSources {
  private let root: String
  private let files: SwiftFiles
  private let targets: DeclaredTargets

  /// The targets of which somebody asked whether they have foreign files.
  private var foreignFiles: [String: Bool] = [:]

  /// The last suite that was asked for.
  private var suite = ""
  private var opened: [(path: String, file: TestFile?)] = []

  /// Looks for Swift files below the package's folder; `baselines` is a folder without any.
  init(root: String, baselines: String? = nil) {
    self.root = root
    files = SwiftFiles(root: root, skipping: baselines)
    var targets = DeclaredTargets()
    for path in files.manifests {
      guard let manifest = FileBytes.read(root + "/" + path) else { continue }
      targets.read(manifest, in: path.split(separator: "/").dropLast().joined(separator: "/"))
    }
    self.targets = targets
  }

  /// Whether there is no Swift file but manifests.
  var isEmpty: Bool { files.paths.values.joined().allSatisfy(files.manifests.contains) }

  /// Finds the test of the baseline at a path below the folder of baselines.
  mutating func place(of baselinePath: String) -> TestPlace {
    let parts = baselinePath.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasSuffix(".json") else { return .untold }
    let suite = parts[0] + "/" + parts[1]
    if suite != self.suite {
      let paths = paths(of: String(parts[1]), in: String(parts[0]))
      opened = paths.map { ($0, FileBytes.read(root + "/" + $0).map { TestFileReader($0).file }) }
      self.suite = String(suite)
    }
    let name = parts[2].dropLast(5)
    return .best(of: opened.map { Self.place(of: name, in: $0.file, $0.path) })
  }

  private static func place(of name: Substring, in file: TestFile?, _ path: String) -> TestPlace {
    switch file?.answer(for: name) {
    case .found(let line): .found(file: path, line: line)
    case .testIsGone: .testIsGone(file: path)
    case .partIsGone(let line): .partIsGone(file: path, line: line)
    case .untold, nil: .untold
    }
  }

  /// The files of a suite: those of its test target, or any when no folder is called so.
  private mutating func paths(of suite: String, in target: String) -> [String] {
    let paths = files.paths(of: suite)
    let inTarget = paths.filter { isIn($0, target) }
    let isKnown = targets.folders[target] != nil || files.folders.contains(target)
    if isKnown, !inTarget.isEmpty || paths.isEmpty { return inTarget }
    return isKnown && !hasForeignFiles(target) ? [] : paths
  }

  /// Whether a helper in the target measures in the name of files that it is given.
  private mutating func hasForeignFiles(_ target: String) -> Bool {
    if let known = foreignFiles[target] { return known }
    let has = files.paths.values.joined().contains { path in
      isIn(path, target)
        && FileBytes.read(root + "/" + path).map { TestFileReader($0).file.hasForeignFiles } ?? true
    }
    foreignFiles[target] = has
    return has
  }

  private func isIn(_ path: String, _ target: String) -> Bool {
    targets.contains(path, in: target) == true || isInFolder(path, target)
  }

  private func isInFolder(_ path: String, _ target: String) -> Bool {
    path.split(separator: "/").dropLast().contains { folder in
      BaselineName.folder(target, isOf: DeclaredTargets.module(String(folder)))
    }
  }
}
