import QueryBudgetSQLite

/// An expression that must be true, with NOT pushed down to its simplest parts.
indirect enum Condition: Sendable, Hashable {
  case all([Condition])
  case any([Condition])

  /// A simple expression that must be true, or must not be.
  case holds(Expression)
  case fails(Expression)

  /// What must be so that `expression` is true, or false.
  init(_ expression: Expression, is truth: Bool = true) {
    switch expression {
    case .not(let one): self = Condition(one, is: !truth)
    case .collate(let one, _) where one.isBoolean: self = Condition(one, is: truth)
    case .binary(let sign, let one, let other):
      self = Self.binary(sign, one, other, is: truth)
    case .between(let one, let low, let high):
      let inside = Expression.binary(
        "AND", .binary(">=", one, low), .binary("<=", one, high))
      self = Condition(inside, is: truth)
    case .isNull(.call("COALESCE", let list)), .isNull(.call("IFNULL", let list)):
      let parts = list.map { Condition(.isNull($0), is: truth) }
      self = truth ? .all(parts) : .any(parts)
    case .choice(nil, let cases, let otherwise):
      self = Self.choice(cases, otherwise, is: truth)
    case .choice(.some(let base), let cases, let otherwise):
      let plain = cases.map {
        Expression.Case(condition: .binary("=", base, $0.condition), value: $0.value)
      }
      self = Self.choice(plain, otherwise, is: truth)
    default: self = truth ? .holds(expression) : .fails(expression)
    }
  }

  private static func binary(
    _ sign: String,
    _ one: Expression,
    _ other: Expression,
    is truth: Bool
  ) -> Condition {
    switch sign {
    case "AND", "OR":
      let parts = [Condition(one, is: truth), Condition(other, is: truth)]
      return (sign == "AND") == truth ? .all(parts) : .any(parts)
    case "=", "<>", "IS", "<", "<=", ">", ">=":
      if let condition = BooleanArithmetic.condition(sign, one, other, is: truth) {
        return condition
      }
      if truth { return .holds(.binary(sign, one, other)) }
      guard let opposite = opposites[sign] else { return .fails(.binary(sign, one, other)) }
      return .holds(.binary(opposite, one, other))
    default:
      let whole = Expression.binary(sign, one, other)
      return truth ? .holds(whole) : .fails(whole)
    }
  }

  private static let opposites = [
    "=": "<>", "<>": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<",
  ]

  /// One of the cases applies, and none before it.
  private static func choice(
    _ cases: [Expression.Case],
    _ otherwise: Expression?,
    is truth: Bool
  ) -> Condition {
    var before: [Condition] = []
    var ways: [Condition] = []
    for one in cases {
      ways.append(.all(before + [Condition(one.condition), Condition(one.value, is: truth)]))
      before.append(Condition(one.condition, is: false))
    }
    // Without an ELSE it is NULL, which no CHECK refuses.
    ways.append(.all(before + (otherwise.map { [Condition($0, is: truth)] } ?? [])))
    return .any(ways)
  }
}
