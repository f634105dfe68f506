import QueryBudget
package import QueryBudgetSQLite

/// How a record becomes the columns of a row, and a row a record.
package struct RowCoding<Record: SendableMetatype>: Sendable {
  /// The value of each column.
  let columns: @Sendable (Record) throws -> [String: SQLiteValue]

  /// The record of a row; nil where the type can only be written.
  let record: (@Sendable (Row) throws -> Record)?

  /// Whether a record has a value for each of its columns, so that NULL may mean that none is given.
  let isWhole: Bool

  /// A coding of records that always have all of their columns.
  package init(
    columns: @escaping @Sendable (Record) throws -> [String: SQLiteValue],
    record: (@Sendable (Row) throws -> Record)?
  ) {
    self.init(columns: columns, record: record, isWhole: true)
  }

  private init(
    columns: @escaping @Sendable (Record) throws -> [String: SQLiteValue],
    record: (@Sendable (Row) throws -> Record)?,
    isWhole: Bool
  ) {
    self.columns = columns
    self.record = record
    self.isWhole = isWhole
  }

  /// The record with other values in some columns; nil where the type can only be written.
  func record(_ original: Record, with changes: [String: SQLiteValue]) throws -> Record? {
    guard let record else { return nil }
    var columns = try columns(original)
    for (column, value) in changes {
      columns[columns.keys.first { CaseFolding.areEqual($0, column) } ?? column] = value
    }
    return try record(Row(columns: Array(columns.keys), values: Array(columns.values)))
  }
}

extension RowCoding where Record: Codable {
  static func codable() -> RowCoding {
    RowCoding(
      columns: { try RowEncoder().columns(of: $0) },
      record: { try RowDecoder().decode(Record.self, from: $0) })
  }
}

extension RowCoding where Record: Encodable {
  static func encodable() -> RowCoding {
    RowCoding(columns: { try RowEncoder().columns(of: $0) }, record: nil)
  }
}

extension RowCoding<[String: any SQLiteBindable]> {
  /// Dictionaries: what stands in one is given, and nothing else.
  static var columns: RowCoding {
    RowCoding(
      columns: { $0.mapValues(\.sqliteValue) },
      record: { row in
        Dictionary(zip(row.columns, row.values).map { ($0, $1) }, uniquingKeysWith: { $1 })
      },
      isWhole: false)
  }
}
