import QueryBudget

/// The type of a column as it is declared, taken apart: `DECIMAL(10,2)` is DECIMAL, 10 and 2.
struct DeclaredType: Sendable, Hashable {
  /// In upper case, without what stands in parentheses.
  let name: String
  let arguments: [Int]

  init(_ type: String) {
    let folded = CaseFolding.folded(type)
    let parts = folded.split(separator: "(", maxSplits: 1)
    let rest =
      parts.count > 1 ? parts[1].split(separator: ")", omittingEmptySubsequences: false) : []
    arguments = (rest.first ?? "").split(separator: ",").compactMap { argument in
      Int(argument.filter { $0 != " " })
    }
    // UNSIGNED may stand behind the parentheses.
    let words = ((parts.first ?? "") + " " + (rest.dropFirst().first ?? "")).split(separator: " ")
    name = words.joined(separator: " ")
  }

  private func isOne(of names: Set<String>) -> Bool { names.contains(name) }

  private var first: String { String(name.prefix { $0 != " " }) }

  var isBoolean: Bool {
    ["BOOLEAN", "BOOL", "BIT"].contains(first) || name == "TINYINT" && arguments == [1]
  }

  /// How a type for moments writes them; nil for any other type.
  var timeFormat: TimeFormat? {
    if name.hasPrefix("TIMESTAMP") || name.hasPrefix("DATETIME") { return .dateTime }
    if first == "DATE" { return .date }
    return first == "TIME" ? .time : nil
  }

  /// What a type says that SQLite doesn't know.
  var meaning: ColumnMeaning? {
    switch first {
    case "JSON", "JSONB": .json
    case "UUID", "GUID", "UNIQUEIDENTIFIER": .uuid
    case "INET", "CIDR": .ipAddress
    case "MACADDR": .macAddress
    case "MONEY", "SMALLMONEY": .money
    case "YEAR": .year
    default: timeFormat == nil ? nil : .time
    }
  }

  /// Whether it holds bytes, by a name that SQLite gives another affinity.
  var isBinary: Bool {
    ["BINARY", "VARBINARY", "IMAGE", "BYTEA", "RAW"].contains(first)
  }

  /// Whether it is one of decimal numbers.
  var isDecimal: Bool {
    ["DECIMAL", "NUMERIC", "NUMBER", "DEC", "MONEY", "SMALLMONEY", "FIXED"].contains(first)
  }

  /// How many decimal places it has; nil where it says nothing of them.
  var scale: Int? {
    guard isDecimal, let precision = arguments.first else { return nil }
    return arguments.count > 1 ? min(max(0, arguments[1]), min(precision, 9)) : 0
  }

  /// The largest whole number that it is meant for, and with a minus the smallest.
  var limit: Int64? {
    switch first {
    case "TINYINT", "INT1": return 127
    case "SMALLINT", "INT2", "SMALLSERIAL": return 32767
    case "MEDIUMINT", "INT3": return 8_388_607
    default:
      guard isDecimal, let precision = arguments.first else { return nil }
      return ValueSeries.power(10, max(0, precision - (scale ?? 0))).map { $0 - 1 }
    }
  }

  /// How many characters or bytes its values are meant to have.
  var lengths: ClosedRange<Int>? {
    guard arguments.count == 1, let length = arguments.first, length > 0 else { return nil }
    let isText = name.contains("CHAR") || name.contains("TEXT") || name.contains("STRING")
    guard isText || isBinary || first == "BLOB" else { return nil }
    // A CHAR(2) is a code of two letters; a CHAR(50) is a text with room.
    let isFixed = ["CHAR", "NCHAR", "CHARACTER", "BINARY"].contains(first) && !name.contains("VAR")
    return isFixed && (length <= 4 || first == "BINARY") ? length...length : 0...length
  }
}
