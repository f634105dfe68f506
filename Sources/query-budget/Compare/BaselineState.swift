import Foundation
import QueryBudget

/// Baselines as they are, or were, at one place: in a folder, or at a revision of git.
///
/// Their paths are below the folder of baselines: `AppTests/ArticleTests/list.json`.
protocol BaselineState {
  /// What a person calls it: `Baselines`, or `origin/main`.
  var name: String { get }

  /// The baseline at a path; nil where there is none.
  ///
  /// Throws a ``BaselineError`` for one that can't be read.
  func baseline(at path: String) throws -> Baseline?

  /// Calls `body` with the path of each baseline, sorted by bytes.
  func forEachPath(_ body: (String) throws -> Void) throws
}

/// The baselines in a folder.
struct FolderState: BaselineState {
  let folder: BaselineFolder

  var name: String { folder.path }

  func baseline(at path: String) throws -> Baseline? {
    try BaselineFile(path: folder.path + "/" + path).read()
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    try folder.forEachFile { if $0.hasSuffix(".json") { try body($0) } }
  }
}
