import Foundation
import QueryBudget

/// What a run of the tests measured, read from the folder that `QUERY_BUDGET_RESULTS` named.
///
/// The results of several shards are merged by putting their folders side by side. A result whose
/// test has no baseline is left out.
struct ResultState: BaselineState, Sendable {
  /// The folder of results, whose files may lie at any depth.
  let folder: BaselineFolder

  var name: String { folder.path }

  /// The files of the results by the paths of their baselines. Of one that was measured twice it is
  /// the one that failed: nobody may miss it.
  private let files: [String: String]

  /// Looks through the folder.
  ///
  /// Throws a ``BaselineError`` for a file that is no result, and a ``Trouble`` where there is none.
  init(_ folder: BaselineFolder) throws {
    self.folder = folder
    let index = try ResultIndex(of: folder)
    if let problem = index.problems.first { throw problem }
    files = index.files
  }

  /// Whether the run measured what has this baseline.
  func hasResult(at path: String) -> Bool { files[path] != nil }

  /// The result whose baseline has this path; nil where the run had none.
  func result(at path: String) throws -> MeasurementResult? {
    guard case .result(let bytes, let place) = try contents(at: path) else { return nil }
    return try MeasurementResult(json: bytes, path: place)
  }

  func contents(at path: String) throws -> BaselineContents {
    guard let file = files[path] else { return .nothing }
    let place = folder.path + "/" + file
    return .result(try Self.bytes(place), place: place)
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in paths { try body(path) }
  }

  /// The bytes of a result.
  static func bytes(_ path: String) throws -> Data {
    guard let bytes = FileBytes.read(path) else {
      throw BaselineError(path: path, problem: "this result can't be read; mend its rights.")
    }
    return Data(bytes)
  }
}
