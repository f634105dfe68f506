/// A plan that is another one now.
public struct PlanChange: Sendable, Hashable {
  /// The lines of the plan as it was agreed.
  public let old: [String]

  /// The lines of the plan as it was found.
  public let new: [String]

  /// What got worse, such as an index that is lost.
  public let regressions: [PlanRegression]

  /// Whether the change is for the worse.
  public let judgement: Judgement

  /// Compares the plans of one statement; nil where they are the same.
  init?(from old: Baseline.Statement, to new: Baseline.Statement) {
    guard old.plan != new.plan else { return nil }
    self.old = old.plan ?? []
    self.new = new.plan ?? []
    let before = TableAccess.list(plan: self.old, sql: old.sql)
    let now = TableAccess.list(plan: self.new, sql: new.sql)
    regressions = PlanRegression.list(from: before, to: now)
    if !regressions.isEmpty {
      judgement = .worse
    } else {
      judgement = PlanRegression.list(from: now, to: before).isEmpty ? .changed : .better
    }
  }
}

extension PlanChange: CustomStringConvertible {
  /// `SEARCH article USING INDEX slug (slug=?) -> SCAN article`.
  public var description: String { "\(Self.text(old)) -> \(Self.text(new))" }

  private static func text(_ plan: [String]) -> String {
    plan.isEmpty ? "none" : plan.joined(separator: "; ")
  }
}
