import QueryBudgetSQLite
struct ValuePlanner {
  let table: FixtureTable
  init(_ table: FixtureTable) { self.table = table }
  func plan(_ request: ValueRequest) throws -> ValuePlan {
    var d: [String: ValuePlan.Decision] = [:]
    for c in table.columns where !c.isGenerated && request.links[c.name] == nil {
      if c.name == table.rowidColumn { d[c.name] = .omitted; continue }
      if c.defaultSQL != nil { d[c.name] = .omitted; continue }
      switch c.affinity {
      case .integer, .numeric: d[c.name] = .series(.integers(Counter(first: 1)))
      case .real: d[c.name] = .series(.reals(Counter(first: 1), divisor: 100))
      case .blob where !c.declaredType.isEmpty: d[c.name] = .series(.blob(length: 16, seed: 1))
      default: d[c.name] = .series(.text(TextPattern([.literal(c.name + " "), .number()])))
      }
    }
    return ValuePlan(decisions: d)
  }
}
