import Foundation
import QueryBudget

/// A folder that is there, and how its files are called to people.
struct ShownFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The same as short as it can be said in the working folder.
  let shown: String

  /// Throws a ``Trouble`` where there is no such folder.
  init(_ folder: BaselineFolder) throws {
    path = folder.path
    let working = FileManager.default.currentDirectoryPath
    let start = working.hasSuffix("/") ? working : working + "/"
    let isBelow = path.hasPrefix(start) && path.utf8.count > start.utf8.count
    let short = isBelow ? String(path.dropFirst(start.count)) : path
    shown = short.count > 1 && short.hasSuffix("/") ? String(short.dropLast()) : short
    guard FileIdentity(of: path)?.isFolder == true else {
      throw Trouble(
        "there is no folder \(shown): run the tests to record baselines, or name their folder with "
          + "--baselines.")
    }
  }

  func path(_ relative: String) -> String { path + "/" + relative }

  func shown(_ relative: String) -> String { shown + "/" + relative }
}
