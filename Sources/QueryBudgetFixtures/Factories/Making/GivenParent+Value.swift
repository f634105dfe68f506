import QueryBudgetSQLite

extension GivenParent {
  /// What a foreign key holds that refers to this column of it; nil stands for its key, where the
  /// schema isn't known.
  func value(of column: String?, name: String, _ factory: FactoryName) throws -> SQLiteValue {
    switch self {
    case .row(let row):
      if let column { return try row.value(of: column) }
      if row.key.count == 1 { return row.id }
    case .value(.null):
      throw factory.error(
        "The given \(name) is NULL: give one that is in the database, or .null for none.")
    case .value(let value): return value
    case .columns(let columns, let record):
      if let value = columns.value(column ?? "id"), value != .null { return value }
      throw factory.error(
        "The given \(name) has no \(column ?? "id"): give a \(record) that is in the database.")
    case .unreadable(let record, let problem):
      throw factory.error(
        "The given \(name), a \(record), can't be written as a row: \(problem).")
    }
    throw factory.error(
      "The given \(name) has a key of several columns: set each of them instead.")
  }

  /// Whether it is the value of one column, and says nothing of others.
  var isValue: Bool { if case .value = self { true } else { false } }
}

extension CreatedRow {
  /// Its value in a column; read from the database only where its key doesn't say it.
  func value(of column: String) throws -> SQLiteValue {
    if let known = key.first(where: { $0.column == column }) { return known.value }
    return try self[column]
  }
}

/// What went wrong with a `Codable` type, as a part of a sentence.
enum CodingText {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as EncodingError:
      if case .invalidValue(_, let context) = error { return text(context.codingPath, context) }
    case let error as DecodingError:
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        return text(context)
      @unknown default: break
      }
    default: break
    }
    return String(describing: error)
  }

  private static func text(_ context: DecodingError.Context) -> String {
    path(context.codingPath) + context.debugDescription
  }

  private static func text(_ path: [any CodingKey], _ context: EncodingError.Context) -> String {
    self.path(path) + context.debugDescription
  }

  private static func path(_ path: [any CodingKey]) -> String {
    path.isEmpty ? "" : path.map(\.stringValue).joined(separator: ".") + ": "
  }
}
