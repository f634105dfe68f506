import QueryBudget
import QueryBudgetSQLite

/// Values that are searched for, where nothing else has met the conditions.
extension PlanDraft {
  /// Tries values for the columns of a group; nil where none were found.
  func search(_ state: Int) -> [String: ValuePlan.Decision]? {
    guard let laboratory else { return nil }
    let columns = states[state].group.columns.filter(isFree)
    guard !columns.isEmpty else { return nil }
    let (wanted, least) = variety(of: columns)
    var tuples = Tuples(columns, keys: keys(within: columns))
    var search = ValueSearch(
      laboratory: laboratory, sampler: sampler, table: table, columns: columns,
      parts: states[state].group.parts.filter(canJudge))
    for number in 1...Int64(wanted) {
      guard let found = search.solution(near: number, accept: { tuples.canAdd($0) }) else { break }
      tuples.add(found)
    }
    return tuples.count >= least && tuples.count > 0 ? tuples.decisions : nil
  }
}
