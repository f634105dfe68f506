import Foundation
import QueryBudget

/// What a run of the tests measured, read from the folder that `QUERY_BUDGET_RESULTS` named.
///
/// The results of several shards are merged by putting their folders side by side. A result whose
/// test has no baseline is left out.
struct ResultState: BaselineState {
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
    var best: [String: (rank: Int, file: String)] = [:]
    var count = 0
    try folder.forEachFile { file in
      guard file.hasSuffix(".json") else { return }
      let result = try Self.read(folder.path + "/" + file)
      count += 1
      guard let path = result.baseline else { return }
      if let known = best[path], known.rank <= result.outcome.rank { return }
      best[path] = (result.outcome.rank, file)
    }
    guard count > 0 else {
      throw Trouble(
        "there is no result in \(folder.path): run the tests with QUERY_BUDGET_RESULTS naming it.")
    }
    files = best.mapValues(\.file)
  }

  /// The result whose baseline has this path; nil where the run had none.
  func result(at path: String) throws -> MeasurementResult? {
    try files[path].map { try Self.read(folder.path + "/" + $0) }
  }

  func contents(at path: String) throws -> BaselineContents {
    try result(at: path).map { .baseline($0.measured) } ?? .nothing
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in paths { try body(path) }
  }

  private static func read(_ path: String) throws -> MeasurementResult {
    guard let bytes = FileBytes.read(path) else {
      throw BaselineError(path: path, problem: "this result can't be read; mend its rights.")
    }
    return try MeasurementResult(json: Data(bytes), path: path)
  }
}

extension MeasurementResult.Outcome {
  /// The worst first.
  fileprivate var rank: Int {
    switch self {
    case .exceeded: 0
    case .differs: 1
    case .inconclusive: 2
    case .recorded: 3
    case .missing: 4
    case .passed: 5
    }
  }
}
