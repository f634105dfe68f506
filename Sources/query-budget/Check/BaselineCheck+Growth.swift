import Foundation
import QueryBudget
import QueryBudgetSQLite

extension BaselineCheck {
  /// The statements that grow with the rows, that no test accepts, and that did not grow before.
  func growing(_ baseline: Baseline, _ bytes: Data, _ path: String) throws -> [Finding] {
    let growing = baseline.growing.filter { $0.accepted == nil }
    guard !growing.isEmpty else { return [] }
    let known = try KnownGrowth(in: base, path, now: baseline)
    return growing.filter { !known.contains($0) }.map { statement in
      let index = baseline.statements.firstIndex(of: statement) ?? 0
      return finding(
        .growing, path, line: Self.line(ofRuns: index, in: bytes),
        "a statement grows with the rows (runs: \(statement.runs)) and nobody accepted it: mend "
          + "the code, or say in the test accepting: [.statement(\"…\", atMost: …, "
          + "because: \"…\")], for " + Self.short(statement.sql))
    }
  }

  /// The line of the runs of a statement, counted from 0. A text in JSON has no line break, so that
  /// no SQL looks like such a line.
  private static func line(ofRuns index: Int, in bytes: Data) -> Int {
    let key = Data("\"runs\"".utf8)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let runs = lines.indices.filter { line in
      lines[line].drop { $0 == UInt8(ascii: " ") }.starts(with: key)
    }
    return runs.indices.contains(index) ? runs[index] + 1 : 1
  }

  private static func short(_ sql: String) -> String {
    sql.count > 200 ? sql.prefix(199) + "…" : sql
  }
}

/// What grew already in the baselines of another revision.
private struct KnownGrowth {
  private let isKnown: (Baseline.Statement) -> Bool

  init(in base: Locked<GitRevision>?, _ path: String, now baseline: Baseline) throws {
    guard let old = try Self.read(path, in: base) else {
      isKnown = { _ in false }
      return
    }
    let statements = BaselineDifference(from: old, to: baseline)?.statements ?? []
    // A statement that reads otherwise now and grows as it did is no news.
    let gone = statements.filter { $0.presence == .gone }.compactMap { $0.old?.runs }
    isKnown = { statement in
      guard let change = statements.first(where: { $0.new == statement }) else { return true }
      return switch change.presence {
      case .new: gone.contains(statement.runs)
      case .changed: change.runs?.judgement != .worse
      case .gone: true
      }
    }
  }

  func contains(_ statement: Baseline.Statement) -> Bool { isKnown(statement) }

  /// A baseline that was broken then tells nothing.
  private static func read(_ path: String, in base: Locked<GitRevision>?) throws -> Baseline? {
    do {
      return try base?.withLock { try $0.baseline(at: path) }
    } catch is BaselineError {
      return nil
    }
  }
}
