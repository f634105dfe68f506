import Foundation
import QueryBudget
import QueryBudgetSQLite

/// Which file of a run's results belongs to which baseline.
struct ResultIndex {
  /// How many results there are.
  private(set) var count = 0

  private var best: [String: (rank: Int, file: String)] = [:]

  /// The files by the paths of their baselines.
  var files: [String: String] { best.mapValues(\.file) }

  /// What is needed of a result to find it again.
  private struct Head: Decodable {
    let baseline: String?
    let format: Int
    let outcome: MeasurementResult.Outcome
  }

  /// Reads some files, each core its share, and keeps of one baseline the result that failed.
  ///
  /// Throws a ``BaselineError`` for a file that is no result, the first one by name.
  mutating func add(_ files: [String], in folder: BaselineFolder) throws {
    let found = Locked([Result<Head, any Error>?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let head = Result { try Self.head(of: folder.path + "/" + files[number]) }
      found.withLock { $0[number] = head }
    }
    for (file, result) in zip(files, found.withLock { $0 }) {
      guard let head = try result?.get() else { continue }
      count += 1
      guard let path = head.baseline else { continue }
      if let known = best[path], known.rank <= head.outcome.rank { continue }
      best[path] = (head.outcome.rank, file)
    }
  }

  private static func head(of path: String) throws -> Head {
    let bytes = try ResultState.bytes(path)
    if let head = try? JSONDecoder().decode(Head.self, from: bytes),
      head.format == MeasurementResult.currentFormat
    {
      return head
    }
    // It says what is wrong with it.
    let result = try MeasurementResult(json: bytes, path: path)
    return Head(baseline: result.baseline, format: result.format, outcome: result.outcome)
  }
}

extension MeasurementResult.Outcome {
  /// The worst first.
  fileprivate var rank: Int {
    switch self {
    case .exceeded: 0
    case .differs: 1
    case .inconclusive: 2
    case .recorded: 3
    case .missing: 4
    case .passed: 5
    }
  }
}
