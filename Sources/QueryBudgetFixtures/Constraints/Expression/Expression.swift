import QueryBudgetSQLite

/// An expression of SQLite's, as it stands in a CHECK, an index or a generated column.
///
/// <https://www.sqlite.org/lang_expr.html>
indirect enum Expression: Sendable, Hashable {
  case literal(SQLiteValue)
  case column(String)

  /// A sign, or `~`.
  case unary(String, Expression)
  case not(Expression)

  /// Two operands and what stands between them, in upper case; `==` is `=`, `!=` is `<>`, and
  /// `IS NOT DISTINCT FROM` is `IS`.
  case binary(String, Expression, Expression)
  case between(Expression, Expression, Expression)
  case isIn(Expression, [Expression])

  /// LIKE, GLOB, REGEXP or MATCH.
  case like(String, Expression, Expression, escape: Expression?)
  case isNull(Expression)
  case choice(base: Expression?, [Case], otherwise: Expression?)
  case cast(Expression, String)
  case collate(Expression, String)

  /// A function, its name in upper case.
  case call(String, [Expression])
  case row([Expression])

  /// What can't be read, with the columns in it.
  case opaque(String, columns: [String])

  /// `WHEN condition THEN value`.
  struct Case: Sendable, Hashable {
    let condition: Expression
    let value: Expression
  }

  /// The operands, in order.
  var operands: [Expression] {
    switch self {
    case .literal, .column, .opaque: []
    case .unary(_, let one), .not(let one), .isNull(let one), .cast(let one, _),
      .collate(let one, _):
      [one]
    case .binary(_, let one, let other): [one, other]
    case .between(let one, let low, let high): [one, low, high]
    case .isIn(let one, let list): [one] + list
    case .like(_, let one, let pattern, let escape): [one, pattern] + (escape.map { [$0] } ?? [])
    case .choice(let base, let cases, let otherwise):
      (base.map { [$0] } ?? []) + cases.flatMap { [$0.condition, $0.value] }
        + (otherwise.map { [$0] } ?? [])
    case .call(_, let arguments), .row(let arguments): arguments
    }
  }

  /// The columns that it depends on, each once, in the order in which they are written.
  var columns: [String] {
    var columns: [String] = []
    collectColumns(into: &columns)
    return columns
  }

  private func collectColumns(into columns: inout [String]) {
    switch self {
    case .column(let name): if !columns.contains(name) { columns.append(name) }
    case .opaque(_, let names): columns += names.filter { !columns.contains($0) }
    default: for operand in operands { operand.collectColumns(into: &columns) }
    }
  }

  /// The values that are written in it, in order.
  var literals: [SQLiteValue] {
    if case .literal(let value) = self { return [value] }
    if case .unary("-", .literal(.integer(let value))) = self, value != .min {
      return [.integer(-value)]
    }
    if case .unary("-", .literal(.real(let value))) = self { return [.real(-value)] }
    return operands.flatMap(\.literals)
  }

  /// The functions that it calls.
  var functions: [String] {
    let own: [String] = if case .call(let name, _) = self { [name] } else { [] }
    return own + operands.flatMap(\.functions)
  }

  var isOpaque: Bool {
    if case .opaque = self { return true }
    return operands.contains(where: \.isOpaque)
  }

  /// Whether it is true or false by its form: a comparison, a test for NULL, AND, OR or NOT.
  var isBoolean: Bool {
    switch self {
    case .not, .between, .isIn, .like, .isNull: true
    case .binary(let sign, _, _): Self.booleanSigns.contains(sign)
    case .call(let name, _): name == "JSON_VALID"
    case .collate(let one, _): one.isBoolean
    default: false
    }
  }

  private static let booleanSigns: Set = ["AND", "OR", "=", "<>", "<", "<=", ">", ">=", "IS"]
}
