package import Foundation

/// One baseline on disk.
///
/// ```swift
/// let file = BaselineFile(path: "Baselines/AppTests/ArticleTests/list.json")
/// if let baseline = try file.read() { print(baseline.queries) }
/// ```
public struct BaselineFile: Sendable, Hashable {
  /// The whole path of the file.
  public let path: String

  /// The file at a path.
  public init(path: String) {
    self.path = path
  }

  /// The baseline, or nil when there is no file.
  ///
  /// Throws a ``BaselineError`` when something is there that is no sound baseline.
  public func read() throws -> Baseline? {
    try bytes().map { try Baseline(json: $0, path: path) }
  }

  /// What is in the file, sound or not, or nil when there is none.
  ///
  /// Throws a ``BaselineError`` when something is there that can't be read.
  package func bytes() throws -> Data? {
    do {
      return try FileReader.bytes(at: path)
    } catch {
      throw BaselineError(path: path, problem: Self.explain(error))
    }
  }

  /// Writes a baseline whole or not at all, and not when the file holds it already.
  ///
  /// Throws a ``BaselineError`` when it can't be written; the old file is then still there.
  public func write(_ baseline: Baseline) throws {
    try write(json: baseline.json())
  }

  /// The same with what the file shall hold.
  package func write(json: Data) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    try Self.writing(at: path) {
      try LockedFolder.make(folder)
      try LockedFolder(folder.isEmpty ? "." : folder).replace(name, with: json)
    }
  }

  /// Does what writes a file, again when somebody removes its folder meanwhile, and puts errors
  /// into words.
  static func writing<Value>(at path: String, _ write: () throws -> Value) throws -> Value {
    var attempts = 1
    while true {
      do {
        return try write()
      } catch {
        if attempts < 20, Self.isMissing(error) {
          attempts += 1
          continue
        }
        throw BaselineError(path: path, problem: Self.explain(writing: error))
      }
    }
  }

  private static func isMissing(_ error: any Error) -> Bool {
    if case WriteFailure.system(let error) = error { return error.code == ENOENT }
    return (error as? SystemError)?.code == ENOENT
  }
}
