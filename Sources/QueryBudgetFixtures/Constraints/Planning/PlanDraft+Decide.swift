import QueryBudget
import QueryBudgetSQLite

/// From one obstacle to the next, until all rules are kept.
extension PlanDraft {
  /// More changes than this are not made.
  private static let mostChanges = 200

  mutating func decide() throws {
    for _ in 0..<Self.mostChanges {
      if let obstacle = build() {
        try overcome(obstacle)
        continue
      }
      guard laboratory != nil else { return }
      if let state = failingState() {
        try change(state)
        continue
      }
      guard let key = clashingKey() else { return }
      try separate(key)
    }
  }

  private mutating func overcome(_ obstacle: Obstacle) throws {
    switch obstacle {
    case .noSeries(let column):
      guard let state = state(of: column) else { throw noValue(of: column) }
      try change(state)
    case .shortage(let shortage):
      let name = shortage.key.key.name
      guard shortage.key.condition != nil else {
        // Other ways may leave more room.
        let states = shortage.columns.compactMap(state)
        guard let state = states.first(where: { canChange($0) }) else {
          throw tooLittleRoom(shortage)
        }
        states.isEmpty ? () : advance(state)
        return
      }
      avoid(name)
    }
  }

  /// No row is to meet the condition of a partial index, if that can be.
  mutating func avoid(_ index: String) {
    avoided.append(index)
    let before = states
    findWays()
    if states.contains(where: \.ways.isEmpty) {
      avoided.removeAll { $0 == index }
      accepted.append(index)
      states = before
    }
  }

  func canChange(_ state: Int) -> Bool { states[state].index + 1 < states[state].ways.count }

  mutating func advance(_ state: Int) { states[state].index += 1 }

  /// Goes on to the next way, or tries values where there is none.
  private mutating func change(_ state: Int) throws {
    let way = states[state].way
    if way?.facts.derived.isEmpty == false, let found = sieve(state) {
      states[state].found = found
    } else if canChange(state) {
      advance(state)
    } else if let found = sieveAll(state) ?? search(state) {
      states[state].found = found
    } else {
      try giveUp(state)
    }
  }

  /// The first way some of whose rows meet the conditions.
  private mutating func sieveAll(_ state: Int) -> [String: ValuePlan.Decision]? {
    for index in states[state].ways.indices.prefix(4) {
      states[state].index = index
      if build() == nil, let found = sieve(state) { return found }
    }
    states[state].index = 0
    _ = build()
    return nil
  }

  /// Leaves the database to judge where a value isn't ours.
  private mutating func giveUp(_ state: Int) throws {
    let failing = failingParts(of: state)
    let foreign = failing.first { part in part.columns.contains { links[$0] != nil } }
    states[state].isLeft = true
    if foreign != nil || states[state].group.columns.allSatisfy({ !isFree($0) }) {
      states[state].index = 0
      return
    }
    throw noValue(for: failing.first ?? states[state].group.parts[0])
  }
}
