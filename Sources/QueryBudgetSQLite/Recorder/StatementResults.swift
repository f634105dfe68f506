import CStatementTrace

/// Reads the rows that a statement returned, as the trace keeps them.
enum StatementResults {
  /// The rows of one execution; none where they were not kept.
  static func rows(of statement: qb_statement) -> [[SQLiteValue]] {
    guard let start = statement.results else { return [] }
    var bytes = UnsafeRawBufferPointer(start: start, count: statement.results_length)[...]
    var rows: [[SQLiteValue]] = []
    while !bytes.isEmpty {
      var row: [SQLiteValue] = []
      while let type = bytes.popFirst(), type != UInt8(ascii: "\n") {
        row.append(value(type, &bytes))
      }
      rows.append(row)
    }
    return rows
  }

  private static func value(_ type: UInt8, _ bytes: inout Slice<UnsafeRawBufferPointer>)
    -> SQLiteValue
  {
    switch type {
    case UInt8(ascii: "i"): return .integer(Int64(number(&bytes)) ?? 0)
    case UInt8(ascii: "r"): return .real(Double(number(&bytes)) ?? 0)
    case UInt8(ascii: "t"): return .text(String(decoding: counted(&bytes), as: UTF8.self))
    case UInt8(ascii: "b"): return .blob(Array(counted(&bytes)))
    default:
      bytes = bytes.dropFirst()
      return .null
    }
  }

  private static func number(_ bytes: inout Slice<UnsafeRawBufferPointer>) -> String {
    let digits = bytes.prefix { $0 != UInt8(ascii: ";") }
    bytes = bytes.dropFirst(digits.count + 1)
    return String(decoding: digits, as: UTF8.self)
  }

  /// So many bytes as the number before the colon says, and the semicolon behind them.
  private static func counted(
    _ bytes: inout Slice<UnsafeRawBufferPointer>
  ) -> Slice<UnsafeRawBufferPointer> {
    let digits = bytes.prefix { $0 != UInt8(ascii: ":") }
    let count = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    let content = bytes.dropFirst(digits.count + 1).prefix(count)
    bytes = bytes.dropFirst(digits.count + 1 + count + 1)
    return content
  }
}
