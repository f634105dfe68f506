import QueryBudget
import QueryBudgetSQLite

/// Values that are searched for, where nothing else has met the conditions.
extension PlanDraft {
  /// Tries values for the columns of a group; nil where none were found.
  func search(_ state: Int) -> [String: ValuePlan.Decision]? {
    guard let laboratory else { return nil }
    let columns = states[state].group.columns.filter(isFree)
    guard !columns.isEmpty else { return nil }
    let (wanted, least) = variety(of: columns)
    var tuples = Tuples(columns, keys: keys(within: columns))
    var search = ValueSearch(
      laboratory: laboratory, sampler: sampler, table: table, columns: columns,
      parts: states[state].group.parts.filter(canJudge))
    for number in 1...Int64(wanted) {
      guard let found = search.solution(near: number, accept: { tuples.canAdd($0) }) else { break }
      tuples.add(found)
    }
    return tuples.count >= least && tuples.count > 0 ? tuples.decisions : nil
  }
}

/// Tries one value after the other for each column, and goes back where none will do.
struct ValueSearch {
  let laboratory: Laboratory
  let sampler: RowSampler
  let table: FixtureTable
  let columns: [String]

  /// The conditions to be asked as soon as the column at this place has a value.
  private let steps: [[TableRules.Part]]
  private let literals: [SQLiteValue]
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

  private func named(_ values: [SQLiteValue]) -> [String: SQLiteValue] {
    Dictionary(zip(columns, values), uniquingKeysWith: { one, _ in one })
  }

  // MARK: Candidates

  private func candidates(
    for column: String,
    _ number: Int64,
    _ computed: [SQLiteValue]
  ) -> [SQLiteValue] {
    let usual = (0..<3).map { sampler.value(of: column, at: number + $0) }
    let mayBeNull = table.column(column)?.isNotNull == false && !table.primaryKey.contains(column)
    let neighbours = (computed + literals).flatMap(Self.neighbours)
    return usual.filter { $0 != .null } + usual.flatMap(Self.forms) + computed + literals
      + neighbours + Self.basics
      + (mayBeNull ? [.null] : [])
  }

  /// What a comparison compares the column with, as SQLite works it out.
  private func otherSides(
    _ part: TableRules.Part,
    _ column: String,
    _ values: [SQLiteValue],
    _ number: Int64
  ) -> [SQLiteValue] {
    part.written.comparedSides.flatMap { one, other -> [SQLiteValue] in
      guard one.columns.contains(column), !other.columns.contains(column), !other.columns.isEmpty
      else { return [] }
      let row = sampler.row(number, replacing: named(values))
      guard case .stored(let found) = laboratory.outcome(of: row, asking: [other.sql]) else {
        return []
      }
      return found.filter { $0 != .null }
    }
  }

  /// A text without what is often forbidden in one.
  private static func forms(of value: SQLiteValue) -> [SQLiteValue] {
    guard case .text(let text) = value else { return [] }
    let letters = text.filter { $0.isLetter || $0.isNumber }
    let forms = [
      text.lowercased(), text.uppercased(), letters, letters.lowercased(), letters.uppercased(),
      text.filter(\.isNumber), text.filter(\.isLetter), String(text.suffix(8)),
      String(text.suffix(4)),
    ]
    return forms.map { .text($0) }
  }

  private static func neighbours(of value: SQLiteValue) -> [SQLiteValue] {
    switch value {
    case .integer(let integer): [.integer(integer &+ 1), .integer(integer &- 1)]
    case .real(let real): [.real(real + 1), .real(real - 1), .real(real / 2)]
    case .text(let text): [.text(text + "a"), .text(text.lowercased()), .text(text.uppercased())]
    default: []
    }
  }

  private static let basics: [SQLiteValue] = [
    .integer(0), .integer(1), .integer(2), .integer(10), .integer(100), .integer(1000),
    .integer(-1), .real(0.5), .real(1.5), .text("a"), .text("A"), .text("abc"), .text("1"),
    .text("2026-01-31"), .text("2026-01-31 13:45:00"), .text("13:45:00"), .text("{}"),
    .text("[]"), .text("true"), .text(""), .blob([0]), .blob(Array(0..<16)),
  ]

  private static func unique(_ values: [SQLiteValue]) -> [SQLiteValue] {
    var seen: Set<SQLiteValue> = []
    return values.filter { seen.insert($0).inserted }
  }
}

extension Expression {
  /// The two sides of each comparison in it, both ways round.
  var comparedSides: [(Expression, Expression)] {
    var sides: [(Expression, Expression)] = []
    if case .binary(let sign, let one, let other) = self,
      ["=", "<>", "<", "<=", ">", ">=", "IS"].contains(sign)
    {
      sides = [(one, other), (other, one)]
    }
    return sides + operands.flatMap(\.comparedSides)
  }
}
