import Foundation

/// One baseline on disk.
public struct BaselineFile: Sendable, Hashable {
  /// The whole path of the file.
  public let path: String

  /// The file at a path.
  public init(path: String) {
    self.path = path
  }

  /// The baseline, or nil when there is no file.
  ///
  /// Throws a ``BaselineError`` when something is there that can't be read.
  public func read() throws -> Baseline? {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return nil
    }
    guard !isDirectory.boolValue else {
      throw BaselineError(
        path: path, problem: "a folder stands where the baseline should be; move it away.")
    }
    let json: Data
    do {
      json = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw BaselineError(
        path: path, problem: "it can't be read (\(error.localizedDescription)); mend its rights.")
    }
    return try Baseline(json: json, path: path)
  }

  /// Writes a baseline whole or not at all, and not when the file holds it already.
  ///
  /// Throws a ``BaselineError`` when it can't be written; the old file is then still there.
  public func write(_ baseline: Baseline) throws {
    let url = URL(fileURLWithPath: path)
    do {
      let json = try baseline.json()
      if let old = try? Data(contentsOf: url), old == json { return }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try json.write(to: url, options: .atomic)
    } catch {
      throw BaselineError(
        path: path, problem: "it can't be written (\(error.localizedDescription)).")
    }
  }
}
