import QueryBudgetSQLite

/// What follows from the text of a schema, worked out once for all databases that have it: every
/// test of a suite makes the same tables.
final class SchemaKnowledge: Sendable {
  /// A plan, and what it was made for.
  struct PlanKey: Hashable, Sendable {
    let table: String
    let links: [String: ColumnLink]
    let filled: Set<String>
    let seed: UInt64
    let conditions: [CheckConstraint]
  }

  private struct Contents: Sendable {
    var names: [String]?
    var tables: [String: FixtureTable] = [:]
    var plans: [PlanKey: (count: Int, plan: CompiledPlan)] = [:]
  }

  /// More than a process meets at once; the one that was met first is forgotten first.
  private static let mostSchemas = 8
  private static let met = Locked<[(schema: String, knowledge: SchemaKnowledge)]>([])

  private let contents = Locked(Contents())

  static func of(_ schema: String) -> SchemaKnowledge {
    met.withLock { met in
      if let known = met.first(where: { $0.schema == schema }) { return known.knowledge }
      let made = SchemaKnowledge()
      if met.count >= mostSchemas { met.removeFirst() }
      met.append((schema, made))
      return made
    }
  }

  func names(read: () throws -> [String]) throws -> [String] {
    if let known = contents.withLock({ $0.names }) { return known }
    let names = try read()
    contents.withLock { $0.names = names }
    return names
  }

  func table(_ name: String, read: () throws -> FixtureTable?) throws -> FixtureTable? {
    if let known = contents.withLock({ $0.tables[name] }) { return known }
    let table = try read()
    // What is attached isn't in the text.
    if let table, table.schema == "main" { contents.withLock { $0.tables[name] = table } }
    return table
  }

  /// A plan for so many rows: one for more does for fewer.
  func plan(_ key: PlanKey, count: Int, make: (Int) throws -> CompiledPlan)
    throws -> CompiledPlan
  {
    if let known = contents.withLock({ $0.plans[key] }), known.count >= count { return known.plan }
    let made = try Self.planForMany(count, make)
    contents.withLock { $0.plans[key] = made }
    return made.plan
  }

  /// Nearly always there is room for many, and the next scale asks for more.
  private static func planForMany(
    _ count: Int,
    _ make: (Int) throws -> CompiledPlan
  ) throws -> (count: Int, plan: CompiledPlan) {
    let many = max(count, 1000)
    do {
      return (many, try make(many))
    } catch is FixtureError where count < many {
      return (count, try make(count))
    }
  }
}
