extension SQLiteValue {
  /// The value as SQL writes it: `NULL`, `7`, `1.5`, `'it''s'`, `X'00ff'`.
  ///
  /// <https://www.sqlite.org/lang_expr.html#literal_values_constants_>
  package var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): "'" + text.replacing("'", with: "''") + "'"
    case .blob(let bytes): "X'" + bytes.map(Self.hex).joined() + "'"
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
