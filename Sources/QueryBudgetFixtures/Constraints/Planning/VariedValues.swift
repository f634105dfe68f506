import QueryBudget
import QueryBudgetSQLite

/// Values that the caller gives each row by itself, where rules tie other columns to them.
struct VariedValues {
  private let columns: [String]
  private let table: FixtureTable

  init(_ request: ValueRequest, _ rules: TableRules, of table: FixtureTable) {
    self.table = table
    let tied = rules.parts.flatMap(\.columns)
    columns = request.links.keys.sorted().filter { name in
      guard case .given(let values)? = request.links[name], let first = values.first,
        let column = table.column(name)?.name, tied.contains(column)
      else { return false }
      return values.contains { $0 != first }
    }
  }

  var isEmpty: Bool { columns.isEmpty }

  /// Plans rows by rows: those that are given the same share a plan, whose values each of them gets.
  func plan(
    _ request: ValueRequest,
    draft: (ValueRequest) throws -> PlanDraft
  ) throws -> ValuePlan {
    var drafts: [[SQLiteValue?]: PlanDraft] = [:]
    let rows = (0..<request.count).map { row in columns.map { given($0, row, request) } }
    for values in rows where drafts[values] == nil {
      var part = request
      for (column, value) in zip(columns, values) {
        part.links[column] = value.map { .given([$0]) }
      }
      drafts[values] = try draft(part)
    }
    let used = rows.compactMap { drafts[$0] }
    guard !used.isEmpty else { return ValuePlan(decisions: [:]) }
    var decisions: [String: ValuePlan.Decision] = [:]
    for column in table.columns.map(\.name) {
      let all = used.map { $0.decisions[column] }
      if all.allSatisfy({ $0 == all[0] }) {
        decisions[column] = all[0]
      } else if request.links[column]?.isParent != true {
        decisions[column] = .rows(
          used.enumerated().map { $1.sampler.value(of: column, at: Int64($0 + 1)) })
      }
    }
    return ValuePlan(decisions: decisions)
  }

  private func given(_ column: String, _ row: Int, _ request: ValueRequest) -> SQLiteValue? {
    guard case .given(let values)? = request.links[column], row < values.count else { return nil }
    return values[row]
  }
}
