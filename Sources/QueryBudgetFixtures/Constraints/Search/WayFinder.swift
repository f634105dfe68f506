import QueryBudgetSQLite

/// One way to meet all conditions of a group of columns.
struct Way: Sendable {
  var facts: Facts

  /// Whether columns with a default get other values than that.
  var replacesDefaults: Bool

  /// How many columns stay empty.
  var nulls: Int { facts.columns.values.count(where: \.isNull) }
}

/// Finds the ways to meet the conditions of a group of columns, the best first.
struct WayFinder {
  let table: FixtureTable
  let defaults: [String: SQLiteValue]

  /// The values that don't change, by column.
  let fixed: [String: SQLiteValue]

  /// The ends of the values that are given, by column.
  let ranges: [String: ClosedRange<Double>]

  /// Linked columns that are never NULL.
  let filled: Set<String>
  let isFree: (_ column: String) -> Bool
  let isGone: (_ column: String) -> Bool
  let constant: (Expression) -> SQLiteValue?

  /// How many ways are found, and how many combinations are looked at for them.
  private static let mostWays = 12
  private static let mostVisits = 3000

  /// Those first in which what says that a row is gone is NULL.
  func ways(for group: RuleGroup) -> [Way] {
    let isAbout = group.columns.contains(where: isGone)
    return (isAbout ? ways(for: group, keepsGone: true) : []) + ways(for: group, keepsGone: false)
  }

  private func ways(for group: RuleGroup, keepsGone: Bool) -> [Way] {
    var ways = ways(for: group, keepsGone: keepsGone, replacesDefaults: false)
    let hasDefaults = group.columns.contains { column in
      isFree(column) && (defaults[column] != nil || column == table.rowidColumn)
    }
    if hasDefaults {
      ways += self.ways(for: group, keepsGone: keepsGone, replacesDefaults: true)
    }
    // Filled columns first: a column that is empty hides what a test should see.
    return ways.enumerated()
      .sorted { ($0.element.nulls, $0.offset) < ($1.element.nulls, $1.offset) }
      .map(\.element)
  }

  private func ways(for group: RuleGroup, keepsGone: Bool, replacesDefaults: Bool) -> [Way] {
    var start = Narrower(table: table, isFree: isFree, constant: constant)
    for column in group.columns {
      if let value = fixed[column] ?? (replacesDefaults || !isFree(column) ? nil : defaults[column])
      {
        start.assume(column) { $0.settle(on: value) }
      } else if let range = ranges[column] {
        start.assume(column) { $0.given = range }
      } else if filled.contains(column) {
        start.assume(column) { $0.isFilled = true }
      } else if keepsGone, isGone(column) {
        start.assume(column) { $0.isNull = true }
      }
    }
    let choices = group.parts.map(\.alternatives.ways)
    let longest = choices.map { $0.count - 1 }.reduce(0, +)
    var found: [Way] = []
    var visits = 0
    // Combinations that go away least from the first way of each condition come first.
    for distance in 0...max(longest, 0) {
      visit(choices[...], distance, start, &visits) { narrower in
        let facts = narrower.result()
        if !facts.isImpossible {
          found.append(Way(facts: facts, replacesDefaults: replacesDefaults))
        }
        return found.count < Self.mostWays
      }
      if found.count >= Self.mostWays || visits > Self.mostVisits { break }
    }
    return found
  }

  private func visit(
    _ choices: ArraySlice<[[Condition]]>,
    _ distance: Int,
    _ narrower: Narrower,
    _ visits: inout Int,
    _ found: (Narrower) -> Bool
  ) {
    guard let ways = choices.first else {
      if distance == 0 { _ = found(narrower) }
      return
    }
    for (index, way) in ways.enumerated().prefix(distance + 1) {
      visits += 1
      guard visits <= Self.mostVisits else { return }
      var next = narrower
      next.apply(way)
      if next.facts.isImpossible { continue }
      visit(choices.dropFirst(), distance - index, next, &visits, found)
    }
  }
}

extension ColumnFacts {
  /// Takes on the only value that there is.
  mutating func settle(on value: SQLiteValue) {
    guard value != .null else {
      isNull = true
      return
    }
    isFilled = true
    allow([value])
    // Columns that it is compared with begin or end where it is.
    if let bound = value.bound {
      raise(to: bound)
      cap(at: bound)
    }
  }
}

extension SQLiteValue {
  /// Where it lies among numbers: a moment by its seconds since 1970.
  var bound: Double? {
    if case .text(let text) = self { SQLMoment.seconds(text)?.seconds } else { number }
  }
}
