import Foundation
import QueryBudget

/// The results of a run, below a folder: which file holds which measurement.
///
/// Only paths are kept, so that memory does not grow with what the results hold.
struct ReportResults {
  private let folder: BaselineFolder

  /// The files of results that have a baseline, by the path of that.
  private var files: [String: (path: String, failed: Bool)] = [:]

  /// The files of results without a baseline, sorted.
  private(set) var unkept: [String] = []

  /// Reads every result; `report` is told of those that can't be read.
  init(_ folder: BaselineFolder, report: (String) -> Void) throws {
    self.folder = folder
    try folder.forEachFile { path in
      guard path.hasSuffix(".json") else { return }
      do {
        let result = try read(path)
        let failed = result.outcome != .passed
        guard let baseline = result.baseline else {
          unkept.append(path)
          return
        }
        // Of one that ran twice, as in two shards, the failed one tells more.
        if let known = files[baseline], known.failed || !failed { return }
        files[baseline] = (path, failed)
      } catch let error as BaselineError {
        report(error.description)
      }
    }
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
    do {
      let json = try Data(contentsOf: URL(fileURLWithPath: whole))
      return try MeasurementResult(json: json, path: whole)
    } catch let error as BaselineError {
      throw error
    } catch {
      throw BaselineError(
        path: whole, problem: "it can't be read (\(error.localizedDescription)); mend its rights.")
    }
  }
}
