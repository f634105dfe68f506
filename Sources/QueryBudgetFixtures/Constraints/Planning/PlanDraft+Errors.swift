import QueryBudget
import QueryBudgetSQLite

/// What can't be solved, in words.
extension PlanDraft {
  /// `No value was found for code of ticket that meets CHECK (luhn(code)): give it, as in …`
  func noValue(for part: TableRules.Part) -> FixtureError {
    let columns = part.columns.filter(isFree)
    let name = table.displayName
    let constraint = part.constraint?.displayName ?? "NOT \(part.expression.sql)"
    let values = columns.map { "\"\($0)\": …" }.joined(separator: ", ")
    let isOne = columns.count < 2
    return FixtureError(
      "No \(isOne ? "value was" : "values were") found for \(Self.list(columns)) of \(name) that "
        + "\(isOne ? "meets" : "meet") \(constraint): give \(isOne ? "it" : "them"), as in "
        + "create(\"\(name)\", [\(values)]).",
      table: name, column: columns.first)
  }

  func noValue(of column: String) -> FixtureError {
    let name = table.displayName
    return FixtureError(
      "No value was found for \(column) of \(name): give it, as in create(\"\(name)\", "
        + "[\"\(column)\": …]).",
      table: name, column: column)
  }

  func tooLittleRoom(_ shortage: KeyAllocation.Shortage) -> FixtureError {
    let name = table.displayName
    let columns = shortage.key.key.columns
    let what = columns.isEmpty ? "The unique index \(shortage.key.key.name)" : Self.list(columns)
    let room = shortage.room == 1 ? "1 value" : "\(shortage.room) values"
    let isShared = shortage.key.columns.contains { keyLinks[$0]?.isParent == true }
    let wayOut =
      isShared
      ? "let fewer rows share a parent"
      : "ask for \(shortage.room == 1 ? "1 row" : "\(shortage.room) rows") at most"
    return FixtureError(
      "\(what) of \(name) must be unique and can have \(room), but \(count) rows are to differ "
        + "in it: \(wayOut), or widen what the schema allows there.",
      table: name, column: shortage.columns.first ?? columns.first, room: Int(shortage.room))
  }

  static func list(_ columns: [String]) -> String {
    guard let last = columns.last, columns.count > 1 else { return columns.first ?? "" }
    return columns.dropLast().joined(separator: ", ") + " and " + last
  }
}
