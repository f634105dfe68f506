/// Values that a column may have instead of the one that it has.
struct OtherValues {
  let table: LogTable
  let contents: TableContents

  /// Those of other rows, the value a little changed, the words of the declaration, and NULL; none
  /// is the value itself.
  func values(of column: String, except value: SQLiteValue) -> [SQLiteValue] {
    let place = contents.columns.lastIndex(of: column) ?? 0
    let isUnique = (table.uniqueKeys + [table.key]).contains { $0.contains(column) }
    let others = isUnique ? [] : contents.rows.map { $0[place] }.prefix(3)
    let made = value == .null ? typed(column) : Self.changed(value)
    let words: [SQLiteValue] =
      if case .text = value { table.words.map { .text($0) } + ["{}", "[]", "2000-01-01"] } else {
        []
      }
    let isNullable = !(table.columns.first { $0.name == column }?.isNotNull ?? true)
    var seen: Set<SQLiteValue> = [value]
    return (Array(others) + made + words + (isNullable ? [.null] : []))
      .filter { seen.insert($0).inserted }
  }

  /// Values of the same type, which no other row has.
  static func changed(_ value: SQLiteValue) -> [SQLiteValue] {
    switch value {
    case .null: []
    case .integer(let integer):
      [.integer(integer &+ 1_000_003), .integer(integer == 0 ? 1 : 0), .integer(integer &+ 1)]
    case .real(let real): [.real(real + 1)]
    case .text(let text): [.text(text + "x"), .text(String(text.reversed()))]
    case .blob(let bytes):
      [.blob(bytes.isEmpty ? [1] : bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])]
    }
  }

  /// What a column takes by its declared type.
  ///
  /// <https://www.sqlite.org/datatype3.html#determination_of_column_affinity>
  private func typed(_ column: String) -> [SQLiteValue] {
    let type = table.columns.first { $0.name == column }?.type ?? ""
    return if type.contains("INT") {
      [1]
    } else if type.contains("BLOB") {
      [.blob([1])]
    } else if type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") {
      [1.5]
    } else {
      ["x", "{}", 1]
    }
  }
}
