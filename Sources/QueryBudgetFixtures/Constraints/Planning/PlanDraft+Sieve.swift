import QueryBudget
import QueryBudgetSQLite

/// Values that are made as usual and kept where the rules allow them.
extension PlanDraft {
  /// As many rows as this are tried, at the least.
  private static let mostTrials = 4000

  /// So many different rows are enough where no key needs more.
  private static let enough = 32

  /// How many different rows a group needs.
  func variety(of columns: [String]) -> (wanted: Int, least: Int) {
    guard columns.contains(where: carriers.contains) else {
      return (min(max(count, 1), Self.enough), 1)
    }
    // More than are asked for, so that the next call has some.
    return (max(count * 2, 128), count)
  }

  /// The columns of a group that values are chosen for.
  func ownColumns(of state: Int) -> [String] {
    states[state].group.columns.filter { isFree($0) && !isNull($0) }
  }

  /// Leaves out the rows that break the conditions of a group, and works out the columns that follow
  /// from others; nil where too few are left.
  func sieve(_ state: Int) -> [String: ValuePlan.Decision]? {
    guard let laboratory, let way = states[state].way else { return nil }
    let columns = ownColumns(of: state)
    let questions = states[state].group.parts.filter(canJudge).map(\.question)
    let (wanted, least) = variety(of: columns)
    var tuples = Tuples(columns, keys: keys(within: columns))
    let trials = Int64(max(Self.mostTrials, wanted * 3))
    for number in 1...trials where tuples.count < wanted {
      // Far from a solution, more of the same won't help.
      if tuples.count == 0, number > 500 { break }
      var others: [String: SQLiteValue] = [:]
      for derivation in way.facts.derived where columns.contains(derivation.column) {
        guard
          case .stored(let values) = laboratory.outcome(
            of: sampler.row(number, replacing: others), asking: [derivation.expression.sql])
        else { continue }
        others[derivation.column] = values[0]
      }
      guard meets(number, others, questions) else { continue }
      tuples.add(columns.map { others[$0] ?? sampler.value(of: $0, at: number) })
    }
    return tuples.count >= least && tuples.count > 0 ? tuples.decisions : nil
  }

  /// The unique keys whose columns are all in here.
  func keys(within columns: [String]) -> [[String]] {
    rules.keys.map(\.columns).filter { $0.allSatisfy(columns.contains) }
  }

  /// Leaves out the rows that have the same key as one before.
  mutating func sieve(_ key: TableRules.Key) throws {
    guard let laboratory else { return }
    defer { laboratory.clear() }
    let states = Set(key.columns.compactMap(state)).sorted()
    let tied = key.columns + states.flatMap { self.states[$0].group.columns }
    let columns = table.columns.map(\.name).filter {
      tied.contains($0) && isFree($0) && !isNull($0)
    }
    let wanted = max(count * 2, 128)
    var tuples = Tuples(columns, keys: [])
    laboratory.clear()
    for number in 1...Int64(max(Self.mostTrials, wanted * 4)) where tuples.count < wanted {
      let row = sampler.row(number)
      if laboratory.keep(row) == nil {
        tuples.add(columns.map { sampler.value(of: $0, at: number) })
      }
    }
    guard tuples.count >= count else {
      if key.condition != nil { return accepted.append(key.key.name) }
      throw tooLittleRoom(
        KeyAllocation.Shortage(key: key, room: Int64(tuples.count), columns: columns))
    }
    separated.merge(tuples.decisions) { _, new in new }
    accepted.append(key.key.name)
  }
}
