import QueryBudget

/// A row with its names.
package struct TenantRow: Sendable, Hashable {
  package let table: String
  package let columns: [String]

  /// Which of the columns tell the rows of the table apart.
  package let key: [Int]
  package var values: [SQLiteValue]

  package init(table: String, columns: [String], key: [Int], values: [SQLiteValue]) {
    self.table = table
    self.columns = columns
    self.key = key
    self.values = values
  }

  init(_ values: [SQLiteValue], of contents: TableContents) {
    self.init(
      table: contents.name, columns: contents.columns, key: contents.key, values: values)
  }

  /// The value of a column, whatever the case of its name; nil where there is none such.
  package subscript(_ column: String) -> SQLiteValue? {
    index(of: column).map { values[$0] }
  }

  /// Where a column stands.
  package func index(of column: String) -> Int? {
    columns.firstIndex(of: column)
      ?? columns.firstIndex { CaseFolding.areEqual($0, column) }
  }

  /// The values of some columns; nil where one of them is NULL or is not there.
  package func filled(_ columns: [String]) -> [SQLiteValue]? {
    let values = columns.compactMap { self[$0] }.filter { $0 != .null }
    return values.count == columns.count ? values : nil
  }

  /// `id 7`
  package var keyText: String {
    key.map { "\(columns[$0]) \(values[$0].literal)" }.joined(separator: ", ")
  }
}

extension RowChange {
  /// `id 7`, of the row as it was and as it is now.
  var keyTexts: [String] {
    [old, new].compactMap { $0 }.map { values in
      key.map { "\(columns[$0]) \(Self.literal(values[$0]))" }.joined(separator: ", ")
    }
  }

  /// As `SQLiteValue.literal` writes it: SQLite has capital letters in blobs.
  private static func literal(_ text: String) -> String {
    text.hasPrefix("X'") ? "X" + text.dropFirst().lowercased() : text
  }

  /// What the row holds now in some columns; nil where one is NULL or not there.
  func filled(_ columns: [String]) -> [String]? {
    guard let new else { return nil }
    let values = columns.compactMap { column in
      self.columns.firstIndex { CaseFolding.areEqual($0, column) }.map { Self.literal(new[$0]) }
    }.filter { $0 != "NULL" }
    return values.count == columns.count ? values : nil
  }
}

/// Rows of another tenant, and who they belong to.
package protocol TenantRowWriting {
  /// Adds rows; what a unique key or a check refuses is changed as little as it can be, and first
  /// of all in the columns that are `renewed`. Answers why the others could not be added, by their
  /// table.
  func add(_ rows: [TenantRow], renewed: [String: [String]]) throws -> [String: String]

  /// Gives rows other values; neither triggers nor foreign keys take part.
  func change(_ rows: [(old: TenantRow, new: TenantRow)]) throws

  /// Deletes rows; neither triggers nor foreign keys take part.
  func remove(_ rows: [TenantRow]) throws
}
