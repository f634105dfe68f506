import QueryBudgetSQLite

/// The values that are tried.
extension ValueSearch {
  func candidates(
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
  func otherSides(
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

  static func unique(_ values: [SQLiteValue]) -> [SQLiteValue] {
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
