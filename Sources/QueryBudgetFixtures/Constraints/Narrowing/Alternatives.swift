/// The ways in which a condition can be met: each is a list of simple conditions, all of which hold.
struct Alternatives: Sendable {
  /// The one that leaves most columns filled comes first.
  let ways: [[Condition]]

  /// More ways than this aren't looked at.
  private static let most = 48

  init(_ condition: Condition) {
    let ways = Self.ways(condition)
    ways.count < 2
      ? (self.ways = ways)
      : (self.ways = ways.enumerated().sorted {
        (Self.nulls($0.element), $0.offset) < (Self.nulls($1.element), $1.offset)
      }.map(\.element))
  }

  private static func ways(_ condition: Condition) -> [[Condition]] {
    switch condition {
    case .holds, .fails: return [[condition]]
    case .any(let parts):
      return Array(merged(parts).flatMap(ways).prefix(most))
    case .all(let parts):
      return parts.reduce([[]]) { before, part in
        let next = ways(part)
        return Array(before.flatMap { one in next.map { one + $0 } }.prefix(most))
      }
    }
  }

  /// `x = 1 OR x = 2 OR x IN (3)` is one list.
  private static func merged(_ parts: [Condition]) -> [Condition] {
    var rest: [Condition] = []
    var lists: [(operand: Expression, values: [Expression], place: Int)] = []
    for part in flattened(parts) {
      guard case .holds(let expression) = part, let (operand, values) = list(expression) else {
        rest.append(part)
        continue
      }
      if let known = lists.firstIndex(where: { $0.operand == operand }) {
        lists[known].values += values
      } else {
        lists.append((operand, values, rest.count))
        rest.append(part)
      }
    }
    for list in lists where list.values.count > 1 {
      rest[list.place] = .holds(.isIn(list.operand, list.values))
    }
    return rest
  }

  private static func flattened(_ parts: [Condition]) -> [Condition] {
    parts.flatMap { part in
      if case .any(let inner) = part { flattened(inner) } else { [part] }
    }
  }

  private static func list(_ expression: Expression) -> (Expression, [Expression])? {
    switch expression {
    case .binary("=", let one, let other) where other.columns.isEmpty: (one, [other])
    case .binary("=", let one, let other) where one.columns.isEmpty: (other, [one])
    case .isIn(let one, let values) where values.allSatisfy(\.columns.isEmpty): (one, values)
    default: nil
    }
  }

  /// How many columns it wants to be NULL.
  static func nulls(_ way: [Condition]) -> Int {
    way.count { if case .holds(.isNull) = $0 { true } else { false } }
  }
}
