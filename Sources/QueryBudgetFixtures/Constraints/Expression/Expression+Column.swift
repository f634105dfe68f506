extension Expression {
  /// The column that it is, whatever its collation.
  var plainColumn: String? {
    switch self {
    case .column(let name): name
    case .collate(let one, _): one.plainColumn
    case .unary("+", let one): one.plainColumn
    default: nil
    }
  }

  /// The column whose value it is nearly always: trimmed, in the other case, or as another type.
  var carriedColumn: String? {
    switch self {
    case .column(let name): return name
    case .collate(let one, _), .cast(let one, _), .unary("+", let one): return one.carriedColumn
    case .call(let name, let arguments):
      let carriers: Set = [
        "TRIM", "LTRIM", "RTRIM", "UPPER", "LOWER", "COALESCE", "IFNULL", "ABS", "ROUND",
      ]
      return carriers.contains(name) ? arguments.first?.carriedColumn : nil
    default: return nil
    }
  }
}
