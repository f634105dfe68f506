/// What changed of one statement between two baselines.
public struct StatementDifference: Sendable, Hashable {
  /// Whether the statement is in both baselines.
  public enum Presence: String, Sendable, Hashable, Codable {
    /// It is in both, and something of it changed.
    case changed

    /// It is in the new one only.
    case new

    /// It was in the old one only.
    case gone
  }

  /// Whether the statement is in both baselines.
  public let presence: Presence

  /// What was agreed of it; none for a new statement.
  public let old: Baseline.Statement?

  /// What was found of it; none for a statement that is gone.
  public let new: Baseline.Statement?

  /// Its SQL, as the newer baseline has it.
  public let sql: String

  /// The law of its runs, where it is in both and another one.
  public let runs: LawChange?

  /// The law of its rows, where it is in both and another one.
  public let rows: LawChange?

  /// Its plan, where it is in both, compared and another one.
  public let plan: PlanChange?

  /// Whether what changed of it is for the worse.
  public private(set) var judgement: Judgement

  /// Its runs as they were at the scales of both, where they grew.
  let oldGrowth: [Double?]?

  /// Its runs as they are at the scales of both, where they grow.
  let newGrowth: [Double?]?

  /// How many more runs there are where the most rows are.
  let increase: Double
}

extension StatementDifference {
  /// The statements that are not the same in both, new ones in their order, then what is gone.
  static func list(
    from old: Baseline,
    to new: Baseline,
    comparesPlans: Bool
  ) -> [StatementDifference] {
    let before = Dictionary(
      old.statements.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.statements.map(\.identity))
    let axes = (old: old.axes, new: new.axes)
    let present = new.statements.compactMap { statement in
      StatementDifference(
        from: before[statement.identity], to: statement, axes, comparesPlans: comparesPlans)
    }
    let gone = old.statements.filter { !after.contains($0.identity) }.compactMap {
      StatementDifference(from: $0, to: nil, axes, comparesPlans: comparesPlans)
    }
    return present + gone
  }

  private init?(
    from old: Baseline.Statement?,
    to new: Baseline.Statement?,
    _ axes: (old: [Axis], new: [Axis]),
    comparesPlans: Bool
  ) {
    guard let sql = new?.sql ?? old?.sql else { return nil }
    let before = MeasuredLaw(old?.runs ?? "0", over: axes.old)
    let now = MeasuredLaw(new?.runs ?? "0", over: axes.new)
    let runs = LawChange(from: before, to: now)
    self.old = old
    self.new = new
    self.sql = sql
    increase = runs?.increase ?? 0
    let points = MeasuredLaw.points(of: before, now)
    oldGrowth = before.degree > 0 ? points.map(before.count) : nil
    newGrowth = now.degree > 0 ? points.map(now.count) : nil
    guard let old, let new else {
      presence = old == nil ? .new : .gone
      (self.runs, rows, plan) = (nil, nil, nil)
      judgement = newGrowth == nil ? .changed : .worse
      return
    }
    presence = .changed
    self.runs = runs
    rows = LawChange(
      from: MeasuredLaw(old.rows ?? "none", over: axes.old),
      to: MeasuredLaw(new.rows ?? "none", over: axes.new))
    plan = comparesPlans ? PlanChange(from: old, to: new) : nil
    judgement = Judgement.of(
      [runs?.judgement, plan?.judgement].compactMap { $0 }
        + (runs == nil && rows?.risesFaster == true ? [.worse] : []))
    let same =
      runs == nil && rows == nil && plan == nil && old.kind == new.kind
      && old.accepted == new.accepted
    if same { return nil }
  }

  /// Worst first; what is new or gone shares in what the queries come to together.
  static func ranked(
    _ statements: [StatementDifference],
    within queries: Judgement?
  ) -> [StatementDifference] {
    statements.map { statement in
      var statement = statement
      switch (statement.presence, queries) {
      case (.gone, .better): statement.judgement = .better
      case (.new, .worse): statement.judgement = .worse
      case (.new, .better): statement.judgement = .changed
      default: break
      }
      return statement
    }.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.rank != b.rank { return a.rank < b.rank }
      return a.increase != b.increase ? a.increase > b.increase : left.offset < right.offset
    }.map(\.element)
  }

  private var rank: Int {
    switch (judgement, presence) {
    case (.worse, _): 0
    case (.changed, .changed): 1
    case (.changed, .new): 2
    case (.changed, .gone): 3
    case (.better, _): 4
    }
  }
}
