import QueryBudgetSQLite

/// What comparisons and functions tell of a column.
extension ColumnFacts {
  mutating func bound(_ sign: String, _ number: Double, isWhole: Bool) {
    switch sign {
    case ">=": raise(to: isWhole ? number.rounded(.up) : number)
    case "<=": cap(at: isWhole ? number.rounded(.down) : number)
    case ">": isWhole ? raise(to: number.rounded(.down) + 1) : raise(to: number)
    case "<": isWhole ? cap(at: number.rounded(.up) - 1) : cap(at: number)
    default: break
    }
    if !isWhole, sign == ">" || sign == "<" { exclude([.real(number)]) }
  }

  mutating func boundLength(_ sign: String, _ number: Double) {
    let length = Int(max(0, min(number.rounded(.up), 1_000_000)))
    switch sign {
    case "=", "IS": limit(to: length...length)
    case "<": length < 1 ? domain.choices = [] : limit(to: 0...(length - 1))
    case "<=": limit(to: 0...Int(max(0, min(number, 1_000_000))))
    case ">": limit(to: (Int(max(-1, min(number, 999_999)).rounded(.down)) + 1)...1_000_000)
    case ">=": limit(to: length...1_000_000)
    case "<>": if length == 0 { limit(to: 1...1_000_000) }
    default: break
    }
  }

  /// What follows when one of these values is what a function makes of the column.
  @discardableResult
  mutating func isIn(
    _ values: [SQLiteValue],
    whatMakes function: String,
    affinity: ColumnAffinity?
  ) -> Bool {
    switch function {
    case "TYPEOF":
      let types = values.compactMap(String.init).filter { $0 != "null" }
      let usual: String? =
        switch affinity {
        case .integer: "integer"
        case .real: "real"
        case .text: "text"
        default: nil
        }
      domain.storageClass = types.first { $0 == usual } ?? types.first
    case "LENGTH":
      let lengths = values.compactMap(\.number)
      if let one = lengths.first { boundLength("=", one) }
    case "JSON_TYPE":
      domain.format = values.first == .text("array") ? .jsonArray : .jsonObject
    case "JSON_VALID": if domain.format == nil { domain.format = .json }
    default: return false
    }
    return true
  }

  /// What follows when SQLite's function must understand the value.
  mutating func read(
    by function: String,
    _ arguments: [Expression],
    constant: (Expression) -> SQLiteValue?
  ) {
    switch function {
    case "DATE": domain.format = .date
    case "TIME": domain.format = .time
    case "DATETIME", "JULIANDAY", "UNIXEPOCH": domain.format = domain.format ?? .dateTime
    case "STRFTIME":
      guard case .text(let pattern)? = arguments.first.flatMap(constant) else { return }
      domain.format =
        pattern.hasPrefix("%Y-%m-%d")
        ? pattern == "%Y-%m-%d" ? .date : .dateTime : pattern.hasPrefix("%H") ? .time : .dateTime
    case "JSON_VALID", "JSON", "JSON_TYPE", "JSON_EXTRACT":
      if domain.format == nil { domain.format = .json }
    case "JSON_ARRAY_LENGTH": domain.format = .jsonArray
    case "TRIM", "LTRIM", "RTRIM": break
    default: break
    }
  }
}
