import Foundation
import QueryBudget

/// Baselines as they are, or were, at one place: in a folder, at a revision of git, or as a run of
/// the tests measured them.
///
/// Their paths are below the folder of baselines: `AppTests/ArticleTests/list.json`.
protocol BaselineState {
  /// What a person calls it: `Baselines`, or `origin/main`.
  var name: String { get }

  /// What lies at a path.
  func contents(at path: String) throws -> BaselineContents

  /// Calls `body` with the path of each baseline, sorted by bytes.
  func forEachPath(_ body: (String) throws -> Void) throws
}

extension BaselineState {
  /// The baseline at a path; nil where there is none.
  ///
  /// Throws a ``BaselineError`` for one that can't be read.
  func baseline(at path: String) throws -> Baseline? {
    try contents(at: path).baseline()
  }
}

/// What lies at the path of a baseline; bytes are read as JSON only where somebody asks for it.
enum BaselineContents: Sendable {
  case nothing

  /// The bytes of a file; `place` is what an error names.
  case bytes(Data, place: String)

  /// The bytes of a result, which holds what was measured.
  case result(Data, place: String)
  case baseline(Baseline)

  /// Something that is no file, or can't be read.
  case broken(BaselineError)

  /// The baseline; nil where there is none.
  ///
  /// Throws a ``BaselineError`` for one that can't be read.
  func baseline() throws -> Baseline? {
    switch self {
    case .nothing: nil
    case .bytes(let bytes, let place): try Baseline(json: bytes, path: place)
    case .result(let bytes, let place): try MeasurementResult(json: bytes, path: place).measured
    case .baseline(let baseline): baseline
    case .broken(let error): throw error
    }
  }
}
