import Foundation
import QueryBudget

/// The results of a run, below a folder: those of baselines, and those of measurements that keep
/// none.
///
/// Only paths are kept, so that memory does not grow with what the results hold.
struct ReportResults {
  private let folder: BaselineFolder

  /// The files of results that have a baseline, by the path of that.
  private var files: [String: (path: String, failed: Bool)] = [:]

  /// The files of results without a baseline, sorted.
  private(set) var unkept: [String] = []

  /// What is wrong with the files that can't be read.
  private(set) var problems: [String] = []

  /// Reads every result.
  ///
  /// Throws a ``BaselineError`` where a folder can't be read, and a ``Trouble`` where there is no
  /// result.
  init(_ folder: BaselineFolder) throws {
    self.folder = folder
    try folder.forEachFile { path in
      guard path.hasSuffix(".json") else { return }
      do {
        add(try read(path), path)
      } catch let error as BaselineError {
        problems.append(error.description)
      }
    }
    guard !files.isEmpty || !unkept.isEmpty || !problems.isEmpty else {
      throw Trouble(
        "there is no result in \(folder.path): run the tests with QUERY_BUDGET_RESULTS naming it.")
    }
  }

  private mutating func add(_ result: MeasurementResult, _ path: String) {
    guard let baseline = result.baseline else {
      unkept.append(path)
      return
    }
    // Of one that ran twice, as in two shards, the failed one tells more.
    let failed = result.outcome != .passed
    if let known = files[baseline], known.failed || !failed { return }
    files[baseline] = (path, failed)
  }

  /// The paths of all baselines that were measured, sorted by bytes.
  var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a run measured of a baseline; nil where it did not run.
  func result(of baseline: String) throws -> MeasurementResult? {
    try files[baseline].map { try read($0.path) }
  }

  /// The result in a file.
  func read(_ path: String) throws -> MeasurementResult {
    let whole = folder.path + "/" + path
    guard let bytes = FileBytes.read(whole) else {
      throw BaselineError(path: whole, problem: "this result can't be read; mend its rights.")
    }
    return try MeasurementResult(json: Data(bytes), path: whole)
  }
}
