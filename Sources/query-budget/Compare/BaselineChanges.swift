import Foundation
import QueryBudget
import QueryBudgetSQLite

/// Everything that differs between two states.
struct BaselineChanges: Sendable {
  /// Worst first.
  let changes: [BaselineChange]

  /// The files that differ and can't be read, by path.
  let problems: [BaselineError]

  /// Compares two states.
  ///
  /// Throws a ``Trouble`` or a ``BaselineError`` where a state as a whole can't be read.
  init(from old: any BaselineState, to new: any BaselineState) throws {
    var found = Found()
    try PairSearch.forEachBatch(from: old, to: new) { found.add(Self.read($0)) }
    self.init(found)
  }

  /// Compares single files.
  init(of pairs: [FilePair]) {
    self.init(Self.read(pairs))
  }

  private init(_ found: Found) {
    changes = BaselineChange.ranked(found.changes)
    problems = found.problems.sorted { $0.description < $1.description }
  }

  private struct Found: Sendable {
    var changes: [BaselineChange] = []
    var problems: [BaselineError] = []

    mutating func add(_ other: Found) {
      changes += other.changes
      problems += other.problems
    }
  }

  /// Reading JSON is most of the work, so each core gets its share of it.
  private static func read(_ pairs: [FilePair]) -> Found {
    let found = Locked(Found())
    let share = 32
    let shares = (pairs.count + share - 1) / share
    DispatchQueue.concurrentPerform(iterations: shares) { number in
      var own = Found()
      for pair in pairs[(number * share)..<min((number + 1) * share, pairs.count)] {
        do {
          if let change = try pair.change() { own.changes.append(change) }
        } catch let error as BaselineError {
          own.problems.append(error)
        } catch {
          own.problems.append(BaselineError(path: pair.path, problem: "\(error)"))
        }
      }
      let result = own
      found.withLock { $0.add(result) }
    }
    return found.withLock { $0 }
  }
}
