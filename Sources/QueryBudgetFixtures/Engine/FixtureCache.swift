import QueryBudgetSQLite

/// What fixtures know of the schema that they met last.
final class FixtureCache: Sendable {
  private struct Met: Sendable {
    var version: SQLiteValue = .null
    var knowledge: SchemaKnowledge?
  }

  private let met = Locked(Met())

  /// What is known of a connection's schema as it is now.
  ///
  /// Its version changes with every snapshot that is restored, and then its text tells.
  /// <https://www.sqlite.org/pragma.html#pragma_schema_version>
  func knowledge(on handle: OpaquePointer) throws -> SchemaKnowledge {
    let version = try Self.value("PRAGMA schema_version", on: handle)
    if let known = met.withLock({ $0.version == version ? $0.knowledge : nil }) { return known }
    let schema = try Self.value(
      "SELECT group_concat(type || name || ifnull(sql, ''), char(10)) FROM sqlite_schema",
      on: handle)
    let knowledge = SchemaKnowledge.of(String(schema) ?? "")
    met.withLock { $0 = Met(version: version, knowledge: knowledge) }
    return knowledge
  }

  private static func value(_ sql: String, on handle: OpaquePointer) throws -> SQLiteValue {
    let statement = try PreparedStatement(sql, on: handle)
    return try statement.step() ? statement.values[0] : .null
  }
}
