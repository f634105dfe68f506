import Foundation
import QueryBudgetSQLite
import Testing

@testable import query_budget

/// Work on several threads, of which the results come in the order of the pieces.
@Suite struct OrderedWorkTests {
  private func results(_ count: Int, workers: Int, _ pause: @escaping @Sendable (Int) -> Void)
    throws
    -> [Int]
  {
    var results: [Int] = []
    var work = OrderedWork<Int, Int>(
      workers: workers,
      work: { pieces in
        pieces.forEach { piece in
          pause(piece)
          return piece
        }
      },
      deliver: { results.append($0) })
    for piece in 0..<count { try work.add(piece) }
    try work.finish()
    return results
  }

  @Test("In order, whichever is done first, in several batches", arguments: [1, 2, 8])
  func order(workers: Int) throws {
    let results = try results(300, workers: workers) { usleep($0 % 7 == 0 ? 3000 : 10) }
    #expect(results == Array(0..<300))
    #expect(try self.results(0, workers: workers) { _ in } == [])
  }

  @Test("Several at once", .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func atOnce() throws {
    let (running, most) = (Locked(0), Locked(0))
    _ = try results(8, workers: 4) { _ in
      let now = running.withLock { running in
        running += 1
        return running
      }
      most.withLock { $0 = max($0, now) }
      // The first one waits for a second, however busy the machine is.
      for _ in 0..<10_000 where most.withLock({ $0 }) < 2 { usleep(1000) }
      running.withLock { $0 -= 1 }
    }
    #expect(most.withLock { $0 } > 1)
  }
}
