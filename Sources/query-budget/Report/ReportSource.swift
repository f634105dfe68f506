import Foundation
import QueryBudget

/// Everything that a page shows, one measurement at a time.
struct ReportSource {
  /// The baselines of the working tree.
  let agreed: any BaselineState

  /// The revision that they are compared with.
  let base: (any BaselineState)?

  /// What a run measured.
  let results: ReportResults?

  /// Calls `body` with every measurement, and `report` with what is wrong with a file that can't be
  /// read.
  func forEachEntry(
    _ body: (ReportEntry) throws -> Void,
    report: (String) -> Void
  ) throws {
    func visit(_ path: String) throws {
      do {
        if let entry = try entry(at: path) { try body(entry) }
      } catch let error as BaselineError {
        report(error.description)
      }
    }
    var seen: Set<String> = []
    for state in [agreed, base].compactMap({ $0 }) {
      try state.forEachPath { path in
        if seen.insert(path).inserted { try visit(path) }
      }
    }
    for path in results?.paths ?? [] where seen.insert(path).inserted { try visit(path) }
    for file in results?.unkept ?? [] {
      do {
        if let entry = try unkept(file) { try body(entry) }
      } catch let error as BaselineError {
        report(error.description)
      }
    }
  }

  private func entry(at path: String) throws -> ReportEntry? {
    ReportEntry(
      path: path,
      agreed: try agreed.baseline(at: path),
      base: try base.map { .revision(try $0.baseline(at: path)) } ?? .none,
      result: try results?.result(of: path))
  }

  /// A measurement without a baseline is known by the file of its result.
  private func unkept(_ file: String) throws -> ReportEntry? {
    guard let results else { return nil }
    return ReportEntry(
      path: "results:" + file, agreed: nil, base: .none, result: try results.read(file))
  }
}
