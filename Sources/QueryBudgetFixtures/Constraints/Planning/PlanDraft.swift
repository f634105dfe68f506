import QueryBudget
import QueryBudgetSQLite

/// A plan while it is made.
struct PlanDraft {
  /// A group of columns, and the way that its conditions are to be met.
  struct GroupState {
    let group: RuleGroup
    var ways: [Way]
    var index = 0

    /// What was found by trying, when no way would do.
    var found: [String: ValuePlan.Decision] = [:]

    /// Whether the database is left to judge.
    var isLeft = false

    var way: Way? { index < ways.count ? ways[index] : ways.last }
  }

  let table: FixtureTable
  let rules: TableRules
  let links: [String: ColumnLink]

  /// The links that tell rows apart, where `links` are those of some of the rows only.
  let keyLinks: [String: ColumnLink]
  private let filled: Set<String>
  private let free: Set<String>
  let count: Int
  let seed: UInt64
  let laboratory: Laboratory?
  let sampler: RowSampler
  var states: [GroupState] = []

  /// Partial indexes whose condition no row is to meet, by their names.
  var avoided: [String] = []

  /// Whether every row is tried, since the caller gives them different values.
  var triesAll = false

  /// Keys whose hints are taken, by the names of their indexes.
  var hinted: [String] = []

  /// Partial indexes that must do with the room that they have.
  var accepted: [String] = []

  /// Values that were chosen so that a key that only SQLite understands tells rows apart.
  var separated: [String: ValuePlan.Decision] = [:]
  var decisions: [String: ValuePlan.Decision] = [:]
  var carriers: Set<String> = []

  init(
    _ table: FixtureTable,
    _ rules: TableRules,
    _ request: ValueRequest,
    keyLinks: [String: ColumnLink]? = nil,
    laboratory: Laboratory?
  ) {
    self.table = table
    self.rules = rules
    let links = Dictionary(
      request.links.map { (table.column($0.key)?.name ?? $0.key, $0.value) },
      uniquingKeysWith: { one, _ in one })
    self.links = links
    self.keyLinks = keyLinks ?? links
    filled = request.filled
    free = Self.free(table, links)
    count = request.count
    seed = request.seed
    self.laboratory = laboratory
    sampler = RowSampler(table, rules, links)
    findWays()
  }

  /// Whether the values of a column are chosen here, for some rows at least.
  func isFree(_ column: String) -> Bool { free.contains(column) }

  /// Whether a column stays NULL unless a rule wants it otherwise.
  private func isGone(_ column: String) -> Bool {
    links[column] == nil && rules.gone.contains(column)
  }

  private static func free(_ table: FixtureTable, _ links: [String: ColumnLink]) -> Set<String> {
    Set(
      table.columns.filter { column in
        if column.isGenerated { return false }
        switch links[column.name] {
        case nil: return true
        case .given(let values): return values.contains { $0 == nil }
        default: return false
        }
      }.map(\.name))
  }

  /// The conditions of groups, with those of partial indexes that are avoided.
  mutating func findWays() {
    var parts = rules.parts
    for key in rules.keys where avoided.contains(key.key.name) {
      guard let condition = key.condition else { continue }
      parts.append(TableRules.Part(.not(condition), of: nil, expression: .not(condition)))
    }
    guard !parts.isEmpty else { return states = [] }
    let finder = WayFinder(
      table: table, defaults: rules.defaults, fixed: fixed, ranges: ranges,
      filled: filled, isFree: isFree, isGone: isGone, constant: constant)
    states = RuleGroup.groups(of: parts, in: table).map { group in
      GroupState(group: group, ways: finder.ways(for: group))
    }
  }

  /// Whether the first way that comes to mind is right for every row.
  mutating func isPlain(for count: Int) -> Bool {
    triesAll = true
    defer { triesAll = false }
    return laboratory != nil && build() == nil && failingState() == nil && clashingKey() == nil
  }

  /// The values that every row gets from the caller.
  private var fixed: [String: SQLiteValue] {
    links.compactMapValues { link in
      guard case .given(let values) = link, let first = values.first, let value = first,
        values.allSatisfy({ $0 == value })
      else { return nil }
      return value
    }
  }

  /// The ends of what rows get from the caller, each another value.
  private var ranges: [String: ClosedRange<Double>] {
    links.compactMapValues { link in
      guard case .given(let values) = link, !values.contains(nil) else { return nil }
      let bounds = values.compactMap { $0?.bound }
      guard bounds.count == values.count, let low = bounds.min(), let high = bounds.max() else {
        return nil
      }
      return low...high
    }
  }

  private func constant(_ expression: Expression) -> SQLiteValue? {
    switch expression {
    case .literal(let value): value
    case .unary("-", .literal(.integer(let value))) where value != .min: .integer(-value)
    case .unary("-", .literal(.real(let value))): .real(-value)
    default: laboratory?.constant(expression.sql)
    }
  }

  func state(of column: String) -> Int? {
    states.firstIndex { $0.group.columns.contains(column) }
  }

  func facts(of column: String) -> ColumnFacts {
    var facts = state(of: column).flatMap { states[$0].way?.facts[column] } ?? ColumnFacts()
    if isGone(column), state(of: column) == nil { facts.isNull = true }
    for key in rules.keys where hinted.contains(key.key.name) {
      guard let hint = key.hints[column] else { continue }
      if let lengths = hint.lengths, facts.domain.lengths == nil { facts.limit(to: lengths) }
      facts.domain.format = facts.domain.format ?? hint.format
    }
    return facts
  }
}
