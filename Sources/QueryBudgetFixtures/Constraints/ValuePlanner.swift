import QueryBudget
import QueryBudgetSQLite

/// Decides how each column of a table's new rows gets values that the table's rules allow.
///
/// What the rules leave is worked out from their text, and tried on SQLite where there is a CHECK or
/// an index that can't be understood; where that isn't enough, values are searched for.
struct ValuePlanner {
  let table: FixtureTable
  private let rules: TableRules

  init(_ table: FixtureTable) {
    self.table = table
    rules = TableRules(table)
  }

  /// A plan for rows that are asked for: the same each time for the same request.
  ///
  /// Throws a ``FixtureError`` where no values can be found.
  func plan(_ request: ValueRequest) throws -> ValuePlan {
    let laboratory = rules.needsLaboratory ? Laboratory(table) : nil
    var draft = PlanDraft(table, rules, request, laboratory: laboratory)
    let varied = VariedValues(request, rules, of: table)
    if !varied.isEmpty {
      // What fits all rows goes before what is chosen for each of them.
      if draft.isPlain(for: request.count) { return ValuePlan(decisions: draft.decisions) }
      return try varied.plan(request) { part in
        var draft = PlanDraft(
          table, rules, part, keyLinks: request.links, laboratory: laboratory)
        try draft.decide()
        return draft
      }
    }
    try draft.decide()
    return ValuePlan(decisions: draft.decisions)
  }
}
