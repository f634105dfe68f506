import QueryBudgetSQLite

/// What is known of a database's tables, for as long as its schema stays the same.
final class FixtureCache: Sendable {
  /// A plan, and what it was made for.
  struct PlanKey: Hashable, Sendable {
    let table: String
    let request: ValueRequest
    let conditions: [CheckConstraint]
  }

  private struct Contents: Sendable {
    var version: SQLiteValue = .null
    var schema: SQLiteValue = .null
    var tables: [String: FixtureTable] = [:]
    var plans: [PlanKey: ValuePlan] = [:]
  }

  private let contents = Locked(Contents())

  /// Forgets everything when the schema is another one than last time.
  ///
  /// Its version changes with every restored snapshot, and then its text tells.
  /// <https://www.sqlite.org/pragma.html#pragma_schema_version>
  func refresh(on handle: OpaquePointer) throws {
    let version = try Self.value("PRAGMA schema_version", on: handle)
    if contents.withLock({ $0.version == version && $0.schema != .null }) { return }
    let schema = try Self.value(
      "SELECT group_concat(type || name || ifnull(sql, ''), char(10)) FROM sqlite_schema",
      on: handle)
    contents.withLock { contents in
      if contents.schema != schema { contents = Contents() }
      contents.version = version
      contents.schema = schema
    }
  }

  func table(_ name: String, read: () throws -> FixtureTable?) throws -> FixtureTable? {
    if let known = contents.withLock({ $0.tables[name] }) { return known }
    let table = try read()
    // What is attached may change without a change of the schema.
    if let table, table.schema == "main" { contents.withLock { $0.tables[name] = table } }
    return table
  }

  func plan(_ key: PlanKey, make: () throws -> ValuePlan) throws -> ValuePlan {
    if let known = contents.withLock({ $0.plans[key] }) { return known }
    let plan = try make()
    contents.withLock { $0.plans[key] = plan }
    return plan
  }

  private static func value(_ sql: String, on handle: OpaquePointer) throws -> SQLiteValue {
    let statement = try PreparedStatement(sql, on: handle)
    return try statement.step() ? statement.values[0] : .null
  }
}
