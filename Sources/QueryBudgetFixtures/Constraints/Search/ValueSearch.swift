import QueryBudget
import QueryBudgetSQLite

/// Tries one value after the other for each column, and goes back where none will do.
struct ValueSearch {
  let laboratory: Laboratory
  let sampler: RowSampler
  let table: FixtureTable
  let columns: [String]

  /// The conditions to be asked as soon as the column at this place has a value.
  private let steps: [[TableRules.Part]]
  let literals: [SQLiteValue]
  private var evaluations = 0

  private static let mostEvaluations = 20_000

  init(
    laboratory: Laboratory,
    sampler: RowSampler,
    table: FixtureTable,
    columns: [String],
    parts: [TableRules.Part]
  ) {
    self.laboratory = laboratory
    self.sampler = sampler
    self.table = table
    self.columns = columns
    steps = columns.indices.map { place in
      parts.filter { part in
        columns.lastIndex { part.columns.contains($0) } == place
      }
    }
    literals = Self.unique(parts.flatMap { $0.expression.literals }.filter { $0 != .null })
  }

  /// Values of all columns, as near as can be to those of a row.
  mutating func solution(
    near number: Int64,
    accept: ([SQLiteValue]) -> Bool
  ) -> [SQLiteValue]? {
    var values: [SQLiteValue] = []
    return extend(&values, number, accept) ? values : nil
  }

  private mutating func extend(
    _ values: inout [SQLiteValue],
    _ number: Int64,
    _ accept: ([SQLiteValue]) -> Bool
  ) -> Bool {
    let place = values.count
    guard place < columns.count else { return accept(values) }
    let computed = steps[place].flatMap { otherSides($0, columns[place], values, number) }
    for candidate in Self.unique(candidates(for: columns[place], number, computed)) {
      values.append(candidate)
      guard evaluations < Self.mostEvaluations else { return false }
      if holds(steps[place], values, number), extend(&values, number, accept) { return true }
      values.removeLast()
    }
    return false
  }

  private mutating func holds(
    _ parts: [TableRules.Part],
    _ values: [SQLiteValue],
    _ number: Int64
  ) -> Bool {
    evaluations += 1
    let questions = parts.map(\.question)
    return sampler.rows(number, replacing: named(values)).allSatisfy { row in
      guard case .stored(let answers) = laboratory.outcome(of: row, asking: questions) else {
        return false
      }
      return !answers.contains(.integer(0))
    }
  }

  func named(_ values: [SQLiteValue]) -> [String: SQLiteValue] {
    Dictionary(zip(columns, values), uniquingKeysWith: { one, _ in one })
  }
}
