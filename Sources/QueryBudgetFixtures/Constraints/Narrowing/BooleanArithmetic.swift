import QueryBudgetSQLite

/// Comparisons of truths, as in `(a IS NULL) = (b IS NULL)` or `(a > 0) + (b > 0) = 1`.
enum BooleanArithmetic {
  /// More would be too many ways.
  private static let most = 5

  /// Every choice of truths that meets the comparison; nil where it is no comparison of truths.
  static func condition(
    _ sign: String,
    _ one: Expression,
    _ other: Expression,
    is truth: Bool
  ) -> Condition? {
    var parts: [Expression] = []
    guard collect(one, into: &parts), collect(other, into: &parts), !parts.isEmpty,
      parts.count <= most
    else { return nil }
    let ways = (0..<(1 << parts.count)).reversed().compactMap { number -> Condition? in
      let truths = parts.indices.map { number >> $0 & 1 == 1 }
      guard let left = value(one, parts, truths), let right = value(other, parts, truths),
        compare(sign, left, right) == truth
      else { return nil }
      return .all(zip(parts, truths).map { Condition($0, is: $1) })
    }
    return .any(ways)
  }

  /// The truths in an expression that is made of nothing but truths and whole numbers.
  private static func collect(_ expression: Expression, into parts: inout [Expression]) -> Bool {
    switch expression {
    case .literal(.integer): return true
    case .binary(let sign, let one, let other) where ["+", "-", "*"].contains(sign):
      return collect(one, into: &parts) && collect(other, into: &parts)
    case .choice(nil, let cases, let otherwise):
      guard cases.count == 1, case .literal(.integer) = cases[0].value,
        otherwise.map(isInteger) ?? false
      else { return false }
      return collect(cases[0].condition, into: &parts)
    default:
      guard expression.isBoolean else { return false }
      if !parts.contains(expression) { parts.append(expression) }
      return true
    }
  }

  private static func isInteger(_ expression: Expression) -> Bool {
    if case .literal(.integer) = expression { true } else { false }
  }

  private static func value(
    _ expression: Expression,
    _ parts: [Expression],
    _ truths: [Bool]
  ) -> Int64? {
    if let place = parts.firstIndex(of: expression) { return truths[place] ? 1 : 0 }
    switch expression {
    case .literal(.integer(let integer)): return integer
    case .binary(let sign, let one, let other):
      guard let left = value(one, parts, truths), let right = value(other, parts, truths) else {
        return nil
      }
      return sign == "+" ? left &+ right : sign == "-" ? left &- right : left &* right
    case .choice(_, let cases, let otherwise):
      guard let condition = value(cases[0].condition, parts, truths) else { return nil }
      return condition != 0
        ? value(cases[0].value, parts, truths) : otherwise.flatMap { value($0, parts, truths) }
    default: return nil
    }
  }

  private static func compare(_ sign: String, _ one: Int64, _ other: Int64) -> Bool {
    switch sign {
    case "=", "IS": one == other
    case "<>": one != other
    case "<": one < other
    case "<=": one <= other
    case ">": one > other
    default: one >= other
    }
  }
}
