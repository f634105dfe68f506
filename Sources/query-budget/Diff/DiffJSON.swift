import Foundation
import QueryBudget

/// A diff for programs: one object, its keys sorted, the same for the same two states.
///
/// - `format`: 1
/// - `old`, `new`: the names of the two states
/// - `worse`, `changed`, `new`, `gone`, `better` in `counts`: how many there are of each
/// - `changes`: worst first
/// - `problems`: the files that can't be read
struct DiffJSON: Encodable {
  let changes: [Change]
  let counts: [String: Int]
  let format: Int
  let new: String
  let old: String
  let problems: [Problem]

  /// What became of one baseline.
  struct Change: Encodable {
    /// `worse`, `changed`, `new`, `gone` or `better`.
    let category: String
    let judgement: Judgement
    let name: Pair<String>
    let path: String
    let queries: Pair<String>
    let scales: Pair<[String: [Int]]>
    let sqlite: Pair<String>?

    /// Those that differ, worst first.
    let statements: [Statement]
  }

  struct Statement: Encodable {
    let judgement: Judgement
    let new: Baseline.Statement?
    let old: Baseline.Statement?
    let presence: StatementDifference.Presence

    /// What got worse of its plan, such as an index that is lost.
    let regressions: [String]
    let sql: String
  }

  /// What was and what is; left out where there is no such baseline.
  struct Pair<Value: Encodable>: Encodable {
    let new: Value?
    let old: Value?
  }

  struct Problem: Encodable {
    let line: Int?
    let path: String
    let problem: String
  }

  init(_ diff: Diff) {
    changes = diff.changes.map(Change.init)
    counts = Dictionary(
      uniqueKeysWithValues: BaselineChange.Category.allCases.map { ($0.rawValue, diff.count($0)) })
    format = 1
    new = diff.newName
    old = diff.oldName
    problems = diff.problems.map { Problem(line: $0.line, path: $0.path, problem: $0.problem) }
  }
}

extension DiffJSON.Change {
  init(_ change: BaselineChange) {
    let (old, new) = (change.old, change.new)
    category = change.category.rawValue
    judgement = change.judgement
    name = DiffJSON.Pair(new: new?.name, old: old?.name)
    path = change.path
    queries = DiffJSON.Pair(new: new?.queries, old: old?.queries)
    scales = DiffJSON.Pair(new: new?.scales, old: old?.scales)
    sqlite =
      old?.sqlite == nil && new?.sqlite == nil
      ? nil : DiffJSON.Pair(new: new?.sqlite, old: old?.sqlite)
    statements = change.statements
  }
}

extension BaselineChange {
  /// Those of the difference; of a baseline that is new or gone, all of them.
  fileprivate var statements: [DiffJSON.Statement] {
    if let difference { return difference.statements.map(DiffJSON.Statement.init) }
    switch (old, new) {
    case (nil, let new?):
      let growing = Set(new.growing)
      return new.statements.map { statement in
        DiffJSON.Statement(
          judgement: growing.contains(statement) ? .worse : .changed, new: statement, old: nil,
          presence: .new, regressions: [], sql: statement.sql)
      }
    case (let old?, nil):
      return old.statements.map { statement in
        DiffJSON.Statement(
          judgement: .changed, new: nil, old: statement, presence: .gone, regressions: [],
          sql: statement.sql)
      }
    default: return []
    }
  }
}

extension DiffJSON.Statement {
  fileprivate init(_ statement: StatementDifference) {
    judgement = statement.judgement
    new = statement.new
    old = statement.old
    presence = statement.presence
    regressions = statement.plan?.regressions.map(\.description) ?? []
    sql = statement.sql
  }
}
