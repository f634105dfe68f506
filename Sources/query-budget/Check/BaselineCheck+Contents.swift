import Foundation
import QueryBudget

extension BaselineCheck {
  /// What is wrong in a baseline itself.
  func contents(_ path: String) throws -> [Finding] {
    let baseline: Baseline
    let bytes: Data
    do {
      guard let found = try Self.read(folder.path(path)) else { return [] }
      (baseline, bytes) = found
    } catch let error as BaselineError {
      return [finding(.broken, path, line: error.line ?? 1, error.problem)]
    }
    return [try unsorted(baseline, bytes, path), try differing(baseline, path)].compactMap { $0 }
      + (try growing(baseline, bytes, path))
  }

  /// Nil when the file has gone meanwhile.
  private static func read(_ path: String) throws -> (Baseline, Data)? {
    guard let bytes = try BaselineFile(path: path).bytes() else { return nil }
    return (try Baseline(json: bytes, path: path), bytes)
  }

  private func unsorted(_ baseline: Baseline, _ bytes: Data, _ path: String) throws -> Finding? {
    let json = try baseline.json()
    guard json != bytes else { return nil }
    return finding(
      .unsorted, path, line: Self.firstDifference(bytes, json),
      "this line is not what this version of QueryBudget writes: record the baseline anew with "
        + "\(RecordingCommand.text("all", for: path))")
  }

  private static func firstDifference(_ bytes: Data, _ json: Data) -> Int {
    let same = zip(bytes, json).prefix { $0 == $1 }
    return same.count { $0.0 == UInt8(ascii: "\n") } + 1
  }

  private func differing(_ baseline: Baseline, _ path: String) throws -> Finding? {
    guard let measured = try results?.result(at: path)?.measured,
      let difference = BaselineDifference(from: baseline, to: measured)
    else { return nil }
    let count = difference.statements.count
    let what =
      difference.queries.map { "queries \($0)" }
      ?? (count == 1 ? "1 statement is another one" : "\(count) statements are others")
    return finding(
      .differs, path,
      "the run measured something else (\(what)): mend the code, or accept it with "
        + "\(RecordingCommand.text("failed", for: path))")
  }
}
