import QueryBudgetSQLite

/// Comparisons, of columns with values and with each other.
extension Narrower {
  mutating func compare(_ sign: String, _ one: Expression, _ other: Expression) {
    if one.columns.isEmpty, !other.columns.isEmpty {
      return compare(Self.turned[sign] ?? sign, other, one)
    }
    if other.columns.isEmpty {
      guard let value = constant(other), value != .null else { return }
      if one.columns.isEmpty { return }
      compareWithValue(sign, one, value)
    } else if one.columns == other.columns, one.columns.count == 1 {
      compareWithItself(one, other)
    } else {
      compareColumns(sign, one, other)
    }
    if !other.columns.isEmpty || one.columns.count > 1 { compareSums(sign, one, other) }
  }

  private static let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]

  // MARK: With a value

  private mutating func compareWithValue(_ sign: String, _ one: Expression, _ value: SQLiteValue) {
    if case .call(let name, let arguments) = one,
      callWithValue(sign, name, arguments, value)
    {
      return
    }
    if case .binary("%", let dividend, let divisor) = one, let column = dividend.plainColumn {
      return remainder(sign, column, constant(divisor), value)
    }
    if let column = one.carriedColumn {
      compareColumn(sign, column, value)
    } else {
      compareSums(sign, one, .literal(value))
    }
  }

  private mutating func compareColumn(_ sign: String, _ column: String, _ value: SQLiteValue) {
    switch (sign, value) {
    case ("=", _), ("IS", _): update { $0[column].allow([value]) }
    case ("<>", .text("")): update { $0[column].limit(to: 1...1_000_000) }
    case ("<>", _): update { $0[column].exclude([value]) }
    case (_, .text(let text)):
      guard let (seconds, format) = SQLMoment.seconds(text) else { return }
      update { facts in
        facts[column].bound(sign, seconds, isWhole: true)
        if facts[column].domain.format == nil { facts[column].domain.format = format }
      }
    default:
      guard let number = value.number else { return }
      let isWhole = table.column(column)?.affinity == .integer
      update { $0[column].bound(sign, number, isWhole: isWhole) }
    }
  }

  /// What a function makes of a column; false where nothing follows from it.
  private mutating func callWithValue(
    _ sign: String,
    _ name: String,
    _ arguments: [Expression],
    _ value: SQLiteValue
  ) -> Bool {
    let isEqual = sign == "=" || sign == "IS"
    guard let first = arguments.first, let column = first.carriedColumn else { return false }
    switch name {
    case "LENGTH", "OCTET_LENGTH":
      guard let number = value.number else { return true }
      update { $0[column].boundLength(sign, number) }
    case "ABS":
      guard let number = value.number, ["<", "<="].contains(sign) else { return false }
      update { $0[column].bound(sign == "<" ? ">" : ">=", -number, isWhole: true) }
      return false
    case "INSTR":
      guard case .text(let text)? = arguments.last.flatMap(constant) else { return true }
      place(of: text, in: column, sign, value)
    case "SUBSTR", "SUBSTRING":
      guard isEqual, case .text(let text) = value,
        arguments.dropFirst().first == .literal(.integer(1))
      else { return true }
      update { $0[column].look(like: [.literal(text), .any]) }
    case "JSON_ARRAY_LENGTH", "JSON_EXTRACT":
      let constant = constant
      update { $0[column].read(by: name, arguments, constant: constant) }
    default:
      guard isEqual else { return false }
      let affinity = table.column(column)?.affinity
      var isKnown = false
      update { isKnown = $0[column].isIn([value], whatMakes: name, affinity: affinity) }
      return isKnown
    }
    return true
  }

  /// `instr(email, '@') > 1`
  private mutating func place(
    of text: String,
    in column: String,
    _ sign: String,
    _ value: SQLiteValue
  ) {
    guard sign.hasPrefix(">"), let number = value.number else { return }
    let before = Int(max(0, min(sign == ">" ? number : number - 1, 20)))
    let letters = ValueDomain.ShapePart.oneOf("abcdefghijklmnopqrstuvwxyz")
    let shape = Array(repeating: letters, count: before) + [.any, .literal(text), .any]
    update { $0[column].look(like: shape) }
  }

  private mutating func remainder(
    _ sign: String,
    _ column: String,
    _ divisor: SQLiteValue?,
    _ value: SQLiteValue
  ) {
    guard sign == "=" || sign == "IS", case .integer(let divisor)? = divisor, divisor != 0,
      let rest = value.number
    else { return }
    if rest == 0 { return update { $0[column].require(multipleOf: divisor) } }
    // Numbers with a rest are listed, from the lower end of what is allowed on.
    let start = Int64((facts[column].domain.lower ?? 0) / Double(divisor)) * divisor + Int64(rest)
    let numbers = (0..<2000).map { SQLiteValue.integer(start + $0 * divisor) }
    update { facts in if facts[column].domain.choices == nil { facts[column].allow(numbers) } }
  }

  // MARK: With itself

  /// `code = upper(code)`, `day IS date(day)`.
  private mutating func compareWithItself(_ one: Expression, _ other: Expression) {
    let call = one.plainColumn == nil ? one : other
    guard let column = one.plainColumn ?? other.plainColumn,
      case .call(let name, let arguments) = call
    else { return }
    let constant = constant
    switch name {
    case "UPPER": update { $0[column].domain.letterCase = .upper }
    case "LOWER": update { $0[column].domain.letterCase = .lower }
    default: update { $0[column].read(by: name, arguments, constant: constant) }
    }
  }

  // MARK: With others

  private mutating func compareColumns(_ sign: String, _ one: Expression, _ other: Expression) {
    guard sign == "=" || sign == "IS" else { return }
    if let column = one.plainColumn, isFree(column), !other.columns.contains(column) {
      update { $0.add(Facts.Derived(column: column, expression: other)) }
    } else if let column = other.plainColumn, isFree(column), !one.columns.contains(column) {
      update { $0.add(Facts.Derived(column: column, expression: one)) }
    }
  }
}
