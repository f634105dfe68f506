import Foundation
import QueryBudget

/// Everything that a page shows, one measurement at a time.
struct ReportSource {
  /// The baselines of the working tree; nil where there is no folder of them.
  let agreed: (any BaselineState)?

  /// The revision that they are compared with.
  let base: (any BaselineState)?

  /// What a person calls that.
  let baseName: String?

  /// What a run measured.
  let results: ReportResults?

  /// Calls `body` with every measurement, and `report` with what is wrong with a file that can't be
  /// read.
  func forEachEntry(
    _ body: (ReportEntry) throws -> Void,
    report: (String) -> Void
  ) throws {
    results?.problems.forEach(report)
    var seen: Set<String> = []
    func visit(_ path: String) throws {
      if let entry = try entry(at: path, report) { try body(entry) }
    }
    for state in [agreed, base].compactMap({ $0 }) {
      try state.forEachPath { if seen.insert($0).inserted { try visit($0) } }
    }
    guard let results else { return }
    for path in results.paths where !seen.contains(path) { try visit(path) }
    for file in results.unkept {
      // It is known by the file of its result, since it has no other name that is its own.
      let result = try readable(report) { try results.read(file) }
      let entry = ReportEntry(path: "results:" + file, agreed: nil, base: .none, result: result)
      if let entry { try body(entry) }
    }
  }

  /// What can be read of a measurement; what can't is reported.
  private func entry(at path: String, _ report: (String) -> Void) throws -> ReportEntry? {
    let result = try readable(report) { try results?.result(of: path) }
    let contents = try agreed?.contents(at: path) ?? .nothing
    let agreed = try readable(report) { try contents.baseline() }
    // One that can't be read is not gone.
    if agreed == nil, result == nil, !contents.isNothing { return nil }
    guard let base else {
      return ReportEntry(path: path, agreed: agreed, base: .none, result: result)
    }
    do {
      let before = try before(at: path, in: base, contents, agreed)
      return ReportEntry(path: path, agreed: agreed, base: .revision(before), result: result)
    } catch let error as BaselineError {
      report(error.description)
      return ReportEntry(path: path, agreed: agreed, base: .none, result: result)
    }
  }

  private func readable<T>(
    _ report: (String) -> Void,
    _ read: () throws -> T?
  ) rethrows -> T? {
    do {
      return try read()
    } catch let error as BaselineError {
      report(error.description)
      return nil
    }
  }

  /// What it was in a revision; reading JSON is most of the work, and most files are the same.
  private func before(
    at path: String,
    in base: any BaselineState,
    _ contents: BaselineContents,
    _ agreed: Baseline?
  ) throws -> Baseline? {
    let old = try base.contents(at: path)
    if case .bytes(let old, _) = old, case .bytes(let now, _) = contents, old == now {
      return agreed
    }
    return try old.baseline()
  }
}

extension BaselineContents {
  fileprivate var isNothing: Bool {
    if case .nothing = self { true } else { false }
  }
}
