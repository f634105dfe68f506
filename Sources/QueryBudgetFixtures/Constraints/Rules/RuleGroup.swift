import QueryBudget

/// Columns that conditions tie together, with those conditions: none of them concerns any other
/// column.
struct RuleGroup: Sendable {
  /// In the table's order.
  private(set) var columns: [String]
  private(set) var parts: [TableRules.Part]

  /// The groups of a table, in the order of their first conditions.
  static func groups(of parts: [TableRules.Part], in table: FixtureTable) -> [RuleGroup] {
    var groups: [RuleGroup] = []
    for part in parts where !part.columns.isEmpty {
      var group = RuleGroup(columns: part.columns, parts: [])
      // The parts keep the order in which they are written.
      for other in groups where other.columns.contains(where: group.columns.contains) {
        group.columns += other.columns.filter { !group.columns.contains($0) }
        group.parts += other.parts
      }
      groups.removeAll { $0.columns.contains(where: group.columns.contains) }
      group.parts.append(part)
      groups.append(group)
    }
    let order = table.columns.map(\.name)
    return groups.map { group in
      var group = group
      group.columns = order.filter(group.columns.contains)
      return group
    }
  }
}
