import QueryBudgetSQLite

extension Expression {
  /// The expression as SQL.
  var sql: String { sql { _ in nil } }

  /// The expression as SQL, with what `replacement` answers in place of a column.
  func sql(replacing replacement: (_ column: String) -> String?) -> String {
    func sql(_ one: Expression) -> String { one.sql(replacing: replacement) }
    func list(_ all: [Expression]) -> String { all.map(sql).joined(separator: ", ") }
    switch self {
    case .literal(let value): return value.literal
    case .column(let name): return replacement(name) ?? SQLName.quoted(name)
    case .unary(let sign, let one): return "(\(sign) \(sql(one)))"
    case .not(let one): return "(NOT \(sql(one)))"
    case .binary(let sign, let one, let other): return "(\(sql(one)) \(sign) \(sql(other)))"
    case .between(let one, let low, let high):
      return "(\(sql(one)) BETWEEN \(sql(low)) AND \(sql(high)))"
    case .isIn(let one, let values): return "(\(sql(one)) IN (\(list(values))))"
    case .like(let sign, let one, let pattern, let escape):
      let ending = escape.map { " ESCAPE \(sql($0))" } ?? ""
      return "(\(sql(one)) \(sign) \(sql(pattern))\(ending))"
    case .isNull(let one): return "(\(sql(one)) IS NULL)"
    case .choice(let base, let cases, let otherwise):
      let whens = cases.map { " WHEN \(sql($0.condition)) THEN \(sql($0.value))" }.joined()
      let start = base.map { " \(sql($0))" } ?? ""
      return "(CASE\(start)\(whens)\(otherwise.map { " ELSE \(sql($0))" } ?? "") END)"
    case .cast(let one, let type): return "CAST(\(sql(one)) AS \(type))"
    case .collate(let one, let name): return "(\(sql(one)) COLLATE \(SQLName.quoted(name)))"
    case .call(let name, let arguments): return "\(SQLName.quoted(name))(\(list(arguments)))"
    case .row(let values): return "(\(list(values)))"
    case .opaque(let text, _): return "(\(text))"
    }
  }

  /// The expression with others in place of its columns.
  func replacing(_ replacement: (_ column: String) -> Expression?) -> Expression {
    func new(_ one: Expression) -> Expression { one.replacing(replacement) }
    switch self {
    case .literal, .opaque: return self
    case .column(let name): return replacement(name) ?? self
    case .unary(let sign, let one): return .unary(sign, new(one))
    case .not(let one): return .not(new(one))
    case .binary(let sign, let one, let other): return .binary(sign, new(one), new(other))
    case .between(let one, let low, let high): return .between(new(one), new(low), new(high))
    case .isIn(let one, let values): return .isIn(new(one), values.map(new))
    case .like(let sign, let one, let pattern, let escape):
      return .like(sign, new(one), new(pattern), escape: escape.map(new))
    case .isNull(let one): return .isNull(new(one))
    case .choice(let base, let cases, let otherwise):
      return .choice(
        base: base.map(new),
        cases.map { Case(condition: new($0.condition), value: new($0.value)) },
        otherwise: otherwise.map(new))
    case .cast(let one, let type): return .cast(new(one), type)
    case .collate(let one, let name): return .collate(new(one), name)
    case .call(let name, let arguments): return .call(name, arguments.map(new))
    case .row(let values): return .row(values.map(new))
    }
  }
}

extension SQLiteValue {
  /// The value as SQL.
  var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let integer): integer == .min ? "(-9223372036854775807 - 1)" : "\(integer)"
    case .real(let real): real.isFinite ? "\(real)" : real > 0 ? "9e999" : "-9e999"
    case .text(let text): "'" + text.replacing("'", with: "''") + "'"
    case .blob(let bytes): "x'" + bytes.map(Self.hexadecimal).joined() + "'"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
