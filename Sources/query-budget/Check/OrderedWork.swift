import Dispatch
import Foundation
import QueryBudgetSQLite

/// Works on a stream of pieces on all cores, and hands the results on in the order of the pieces.
///
/// It keeps a few pieces for each core, however many there are.
struct OrderedWork<Piece: Sendable, Result: Sendable> {
  private let workers: Int
  private let work: @Sendable (Pieces) -> Void
  private let deliver: (Result) throws -> Void
  private var pieces: [Piece] = []

  /// The pieces of a batch that nobody has taken yet.
  final class Pieces: Sendable {
    private let pieces: [Piece]
    private let next = Locked(0)
    fileprivate let results: Locked<[Result?]>

    init(_ pieces: [Piece]) {
      self.pieces = pieces
      results = Locked(Array(repeating: nil, count: pieces.count))
    }

    /// Works on one piece after the other, as long as there are some.
    func forEach(_ work: (Piece) -> Result) {
      while let index = take() {
        let result = work(pieces[index])
        results.withLock { $0[index] = result }
      }
    }

    private func take() -> Int? {
      next.withLock { next in
        defer { next += 1 }
        return next < pieces.count ? next : nil
      }
    }
  }

  /// `work` is called on each thread, and asks for pieces until there are none.
  init(
    workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    work: @escaping @Sendable (Pieces) -> Void,
    deliver: @escaping (Result) throws -> Void
  ) {
    self.workers = workers
    self.work = work
    self.deliver = deliver
  }

  /// Takes one more piece; throws what handing on a result throws.
  mutating func add(_ piece: Piece) throws {
    pieces.append(piece)
    if pieces.count == workers * 16 { try finish() }
  }

  /// Works on what is left.
  mutating func finish() throws {
    let batch = Pieces(pieces)
    pieces = []
    DispatchQueue.concurrentPerform(iterations: workers) { [work] _ in work(batch) }
    for case let result? in batch.results.withLock({ $0 }) { try deliver(result) }
  }
}
