import Foundation
import QueryBudget
import QueryBudgetSQLite

/// Which file of a run's results belongs to which baseline.
struct ResultIndex {
  /// How many results there are.
  private(set) var count = 0

  /// The files of results without a baseline, in the order in which they were read.
  private(set) var unkept: [String] = []

  /// What is wrong with the files that are no results, in the same order.
  private(set) var problems: [BaselineError] = []

  private var best: [String: (rank: Int, file: String)] = [:]

  /// The files by the paths of their baselines.
  var files: [String: String] { best.mapValues(\.file) }

  /// What is needed of a result to find it again.
  private struct Head: Decodable {
    let baseline: String?
    let format: Int
    let outcome: MeasurementResult.Outcome
  }

  /// Reads every result below a folder, a batch of files at a time.
  ///
  /// Throws a ``BaselineError`` where a folder can't be read, and a ``Trouble`` where there is no
  /// file of a result.
  init(of folder: BaselineFolder) throws {
    let none = Trouble(
      "no result of a run lies in \(folder.path): run the tests with "
        + "QUERY_BUDGET_RESULTS=\(folder.path).")
    guard FileIdentity(of: folder.path)?.isFolder == true else { throw none }
    var files: [String] = []
    try folder.forEachFile { file in
      guard file.hasSuffix(".json") else { return }
      files.append(file)
      if files.count == PairSearch.batchSize {
        try add(files, in: folder)
        files = []
      }
    }
    try add(files, in: folder)
    guard count > 0 || !problems.isEmpty else { throw none }
  }

  /// Reads some files, each core its share, and keeps of one baseline the result that failed.
  private mutating func add(_ files: [String], in folder: BaselineFolder) throws {
    let found = Locked([Result<Head, any Error>?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let head = Result { try Self.head(of: folder.path + "/" + files[number]) }
      found.withLock { $0[number] = head }
    }
    for (file, result) in zip(files, found.withLock { $0 }) {
      do {
        if let head = try result?.get() { add(head, file) }
      } catch let problem as BaselineError {
        problems.append(problem)
      }
    }
  }

  private mutating func add(_ head: Head, _ file: String) {
    count += 1
    guard let path = head.baseline else {
      unkept.append(file)
      return
    }
    if let known = best[path], known.rank <= head.outcome.rank { return }
    best[path] = (head.outcome.rank, file)
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
