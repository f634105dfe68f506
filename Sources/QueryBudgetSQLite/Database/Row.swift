/// One row of a result.
public struct Row: Sendable, Hashable {
  /// The names of the columns, in order.
  public let columns: [String]

  /// The values, one for each column.
  public let values: [SQLiteValue]

  package init(columns: [String], values: [SQLiteValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column, by its name as the statement spells it; nil when there is none such.
  public subscript(_ column: String) -> SQLiteValue? {
    columns.firstIndex(of: column).map { values[$0] }
  }

  /// The value of a column as a type.
  ///
  /// ```swift
  /// let title: String = try row.value("title")
  /// let price = try row.value("price", as: Double?.self)
  /// ```
  ///
  /// Throws a ``SQLiteError`` that names the column when it is missing or of another type.
  public func value<Value: SQLiteConvertible>(
    _ column: String,
    as type: Value.Type = Value.self
  ) throws(SQLiteError) -> Value {
    guard let stored = self[column] else {
      let known = columns.joined(separator: ", ")
      throw SQLiteError(code: 1, message: "no column \(column) in the result; it has \(known)")
    }
    guard let value = Value(stored) else {
      throw SQLiteError(code: 20, message: "column \(column) holds \(stored), no \(Value.self)")
    }
    return value
  }
}
