/// What changed between two baselines of one test, or between a baseline and a measurement.
///
/// ```swift
/// if let difference = BaselineDifference(from: agreed, to: measured) {
///   #expect(difference.judgement == .worse)
///   #expect(difference.lines.first == "queries   1 -> 1 + articles")
/// }
/// ```
public struct BaselineDifference: Sendable, Hashable {
  /// What was agreed.
  public let old: Baseline

  /// What was found.
  public let new: Baseline

  /// The law of all queries, where it is another one.
  public let queries: LawChange?

  /// The law of all rows that were read, where it is another one.
  public let rows: LawChange?

  /// The statements that changed, are new or are gone, worst first.
  public let statements: [StatementDifference]

  /// Whether the plans were compared: one version of SQLite made them.
  public let comparesPlans: Bool

  /// Whether what changed is for the worse.
  public let judgement: Judgement

  /// Compares what was agreed with what was found; nil when nothing differs.
  ///
  /// Plans are compared only where the same version of SQLite made them.
  public init?(from old: Baseline, to new: Baseline) {
    if old == new { return nil }
    let axes = (old: old.axes, new: new.axes)
    let comparesPlans = old.sqlite == new.sqlite
    let queries = LawChange(
      from: MeasuredLaw(old.queries, over: axes.old), to: MeasuredLaw(new.queries, over: axes.new))
    let statements = StatementDifference.list(from: old, to: new, comparesPlans: comparesPlans)
    if queries == nil, statements.isEmpty, old.name == new.name, old.scales == new.scales {
      return nil
    }
    self.old = old
    self.new = new
    self.queries = queries
    self.comparesPlans = comparesPlans
    rows = LawChange(from: MeasuredLaw(rowsOf: old), to: MeasuredLaw(rowsOf: new))
    judgement = Self.judge(queries, statements, rows)
    self.statements = StatementDifference.ranked(statements, within: queries?.judgement)
  }

  /// The number of queries first; where that is the same, what each statement does.
  private static func judge(
    _ queries: LawChange?,
    _ statements: [StatementDifference],
    _ rows: LawChange?
  ) -> Judgement {
    var judgements: [Judgement] = queries.map { [$0.judgement] } ?? []
    if queries == nil || queries?.judgement == .changed {
      // «10 - n of one, n of the other» is no more queries, and yet one of them grows. A growing
      // statement that took the place of one that grew alike is no news.
      var known = statements.compactMap(\.oldGrowth)
      for growth in statements.compactMap(\.newGrowth) {
        if let place = known.firstIndex(of: growth) {
          known.remove(at: place)
        } else {
          judgements.append(.worse)
        }
      }
    }
    judgements += statements.compactMap { $0.plan?.judgement }
    // How many rows are read follows what the test inserts, so that only another kind of growth
    // tells; and a join that took the place of many queries returns more at once.
    if queries == nil || queries?.judgement == .worse, let rows, rows.risesFaster {
      judgements.append(.worse)
    }
    return Judgement.of(judgements)
  }
}

extension MeasuredLaw {
  /// The rows that all statements of a baseline return together.
  fileprivate init(rowsOf baseline: Baseline) {
    let axes = baseline.axes
    let laws = baseline.statements.compactMap(\.rows).compactMap { GrowthLaw($0, over: axes) }
    let counted = baseline.statements.filter { $0.rows != nil }.count
    let sum = laws.count == counted ? GrowthLaw.sum(of: laws, on: axes) : nil
    self.init(sum?.description ?? Self.unknown, over: axes)
  }

  private static let unknown = "unknown"
}
