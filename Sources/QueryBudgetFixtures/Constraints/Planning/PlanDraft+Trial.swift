import QueryBudget
import QueryBudgetSQLite

/// What SQLite says of some of the rows.
extension PlanDraft {
  /// The rows that are tried: the first, some in the middle, the last, and some that later calls
  /// would make.
  private var samples: [Int64] {
    let count = Int64(max(self.count, 1))
    if triesAll { return Array(1...count) }
    let numbers = [1, 2, 3, count / 2, count / 2 + 1, count - 1, count, count + 9, count + 20_011]
    // A number that stands in a condition is often the value of the row of that number.
    let written = states.flatMap(\.group.parts).flatMap(\.literals).filter { (4...count + 3) ~= $0 }
    return (numbers + written.prefix(8)).reduce(into: []) {
      if $1 > 0, !$0.contains($1) { $0.append($1) }
    }
  }

  /// Whether SQLite can be asked about a condition: not where only the application has a function.
  func canJudge(_ part: TableRules.Part) -> Bool {
    guard let laboratory, !laboratory.unknownFunctions.isEmpty else { return laboratory != nil }
    return !part.expression.functions.contains(where: laboratory.unknownFunctions.contains)
      && !part.expression.isOpaque
  }

  /// The first group whose conditions a row breaks.
  func failingState() -> Int? {
    guard let laboratory else { return nil }
    let open = states.indices.filter { !states[$0].isLeft }
    let parts = open.map { states[$0].group.parts.filter(canJudge) }
    let questions = parts.flatMap { $0.map(\.question) }
    guard !questions.isEmpty else { return nil }
    for row in samples.flatMap({ sampler.rows($0) }) {
      let outcome = laboratory.outcome(of: row, asking: questions)
      guard case .stored(let answers) = outcome else {
        if case .refused(let error) = outcome, error.code == 1 {
          // A function refuses its argument: json_type('no JSON').
          if let state = open.first(where: { !failingParts(of: $0).isEmpty }) { return state }
        }
        continue
      }
      var start = 0
      for (state, parts) in zip(open, parts) {
        if answers[start..<(start + parts.count)].contains(.integer(0)) { return state }
        start += parts.count
      }
    }
    return nil
  }

  /// The conditions of a group that a row breaks.
  func failingParts(of state: Int) -> [TableRules.Part] {
    let parts = states[state].group.parts.filter(canJudge)
    return parts.filter { part in
      samples.flatMap({ sampler.rows($0) }).contains { row in
        switch laboratory?.outcome(of: row, asking: [part.question]) {
        case .stored(let answers): answers == [.integer(0)]
        case .refused(let error): error.code == 1
        case nil: false
        }
      }
    }
  }

  /// Whether a row meets conditions.
  func meets(_ number: Int64, _ others: [String: SQLiteValue], _ questions: [String]) -> Bool {
    sampler.rows(number, replacing: others).allSatisfy { row in
      guard case .stored(let answers)? = laboratory?.outcome(of: row, asking: questions) else {
        return false
      }
      return !answers.contains(.integer(0))
    }
  }

  // MARK: Keys that only SQLite can tell apart

  /// The first such key that has the same for two rows.
  func clashingKey() -> TableRules.Key? {
    guard let laboratory, rules.keys.contains(where: \.needsTrial) else { return nil }
    defer { laboratory.clear() }
    let rows = Int64(count)
    let numbers =
      Array(1...max(min(rows, 100), 1)) + (max(100, rows - 10)..<max(100, rows)).map { $0 + 1 }
    for number in numbers {
      guard let refusal = laboratory.keep(sampler.row(number)),
        [2067, 1555].contains(refusal.code)
      else { continue }
      let key = rules.keys.first { key in
        key.needsTrial
          && (refusal.message.hasSuffix("index '\(key.key.name)'")
            || refusal.message.hasSuffix(": " + names(of: key)))
      }
      if let key, !accepted.contains(key.key.name) { return key }
    }
    return nil
  }

  private func names(of key: TableRules.Key) -> String {
    key.key.columns.map { "\(table.name).\($0)" }.joined(separator: ", ")
  }

  /// Makes the rows differ in a key: outside of a partial index, or by trying values.
  mutating func separate(_ key: TableRules.Key) throws {
    if key.condition != nil, !avoided.contains(key.key.name) {
      avoid(key.key.name)
      if avoided.contains(key.key.name) { return }
    }
    if !key.hints.isEmpty, !hinted.contains(key.key.name) {
      hinted.append(key.key.name)
      return
    }
    try sieve(key)
  }
}
