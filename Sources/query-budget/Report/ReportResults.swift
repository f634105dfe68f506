import QueryBudget

/// The results of a run: those of baselines, and those of measurements that keep none.
///
/// Only paths are kept, so that memory does not grow with what the results hold.
struct ReportResults {
  private let folder: BaselineFolder
  private let index: ResultIndex
  private let files: [String: String]

  /// Reads every result.
  ///
  /// Throws a ``BaselineError`` where a folder can't be read, and a ``Trouble`` where there is no
  /// result.
  init(_ folder: BaselineFolder) throws {
    self.folder = folder
    index = try ResultIndex(of: folder)
    files = index.files
  }

  /// The files of results without a baseline, sorted.
  var unkept: [String] { index.unkept }

  /// What is wrong with the files that can't be read.
  var problems: [String] { index.problems.map(\.description) }

  /// The paths of all baselines that were measured, sorted by bytes.
  var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a run measured of a baseline; nil where it did not run.
  func result(of baseline: String) throws -> MeasurementResult? {
    try files[baseline].map(read)
  }

  /// The result in a file.
  func read(_ file: String) throws -> MeasurementResult {
    let path = folder.path + "/" + file
    return try MeasurementResult(json: ResultState.bytes(path), path: path)
  }
}
