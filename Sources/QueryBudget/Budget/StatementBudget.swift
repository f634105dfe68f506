/// How many queries one recording may hold, by kind and by table.
///
/// ```swift
/// let budget = StatementBudget(reads: .atMost(3), writes: .none, perTable: ["author": 1])
/// let result = StatementResult(recording, budget: budget)
/// #expect(result.failure == nil)
/// ```
public struct StatementBudget: Sendable, Hashable {
  /// One line of a budget.
  struct Line: Sendable, Hashable {
    /// What it speaks of: `reads`, `inserts`, or the name of a table.
    let name: String
    let budget: CountBudget
    let scope: Scope
  }

  /// The statements that a line counts.
  enum Scope: Sendable, Hashable {
    case kinds(Set<StatementKind>)
    case table(String)
  }

  let lines: [Line]

  /// A budget of these lines; what has no line is not limited.
  ///
  /// `queries` are reads and writes together, `writes` are inserts, updates and deletes. A statement
  /// that names several tables counts for each of them.
  public init(
    queries: CountBudget = .any,
    reads: CountBudget = .any,
    writes: CountBudget = .any,
    perKind: [StatementKind: CountBudget] = [:],
    perTable: [String: CountBudget] = [:]
  ) {
    func line(_ name: String, _ budget: CountBudget, _ kinds: Set<StatementKind>) -> [Line] {
      [Line(name: name, budget: budget, scope: .kinds(kinds))]
    }
    let all =
      line("queries", queries, StatementKind.queries)
      + line("reads", reads, [.read])
      + line("writes", writes, StatementKind.queries.subtracting([.read]))
      + perKind.sorted { $0.key.description < $1.key.description }.flatMap { kind, budget in
        line(Axis.plural(of: kind.description), budget, [kind])
      }
      + perTable.sorted { $0.key < $1.key }.map { table, budget in
        Line(name: table, budget: budget, scope: .table(table))
      }
    lines = all.filter { $0.budget != .any }
  }
}

extension StatementBudget.Line {
  /// How many statements of a recording it counts.
  func count(in recording: Recording) -> Int {
    switch scope {
    case .kinds(let kinds): return recording.count(of: kinds)
    case .table(let table):
      return recording.tallies.lazy.filter { tally in
        StatementKind.queries.contains(tally.shape.kind)
          && tally.shape.tables.contains { CaseFolding.areEqual($0, table) }
      }.map(\.runs).reduce(0, +)
    }
  }
}
