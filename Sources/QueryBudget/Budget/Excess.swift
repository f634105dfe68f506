/// A way in which a measurement exceeds its budget.
public enum Excess: Sendable, Hashable {
  /// A statement that grows where the budget leaves no room for it.
  case growth(StatementGrowth)

  /// A statement whose growth was accepted, and has risen.
  case accepted(StatementGrowth, AcceptedGrowth)

  /// A statement whose work grows more than the budget allows.
  case work(WorkFinding)

  /// An acceptance that no statement needs.
  case unused(AcceptedGrowth)
}

extension Excess {
  /// Everything in which a measurement exceeds its budgets, dearest statement first.
  static func all(
    of growth: QueryGrowth,
    budget: GrowthBudget,
    accepting accepted: [AcceptedGrowth],
    work: WorkBudget
  ) -> [Excess] {
    let judged = growth.growing.map { statement in
      (statement: statement, acceptance: accepted.first { $0.matches(statement) })
    }
    let free = judged.filter { $0.acceptance == nil }.map(\.statement)
    let rising = budget.allows(free.map(\.law)) ? [] : free.map { Excess.growth($0) }
    let risen = judged.compactMap { statement, acceptance in
      acceptance.flatMap {
        $0.budget.allows([statement.law]) ? nil : Excess.accepted(statement, $0)
      }
    }
    let unused = accepted.filter { acceptance in
      !growth.statements.contains(where: acceptance.matches)
    }
    return rising + risen + work.findings(in: growth).map { .work($0) }
      + unused.map { .unused($0) }
  }
}

extension Excess {
  /// The statement that exceeds the budget; nil where there is none.
  public var statement: StatementGrowth? {
    switch self {
    case .growth(let statement), .accepted(let statement, _): statement
    case .work(let finding): finding.statement
    case .unused: nil
    }
  }
}
