import QueryBudget

/// Finds the statements of two runs that are the same, with the same values.
struct StatementMatching {
  let reference: TenantRun
  let run: TenantRun
  let sameness: RunSameness
  let volatile: VolatileParts

  /// The place of each statement of the run, in order, with that of its twin in the reference.
  var pairs: [(reference: Int, run: Int)] {
    let mine = Dictionary(grouping: run.queries) { run.statements[$0].sql }
    let theirs = Dictionary(grouping: reference.queries) { reference.statements[$0].sql }
    return mine.flatMap { sql, places in pairs(of: sql, theirs[sql] ?? [], places) }
      .sorted { $0.run < $1.run }
  }

  private func pairs(
    of sql: String, _ theirs: [Int], _ mine: [Int]
  ) -> [(reference: Int, run: Int)] {
    var left = theirs
    var pairs: [(reference: Int, run: Int)] = []
    var rest = mine
    // Nearly all are equal, and that is found out fast.
    let areSame: [(String, String) -> Bool] = [{ $0 == $1 }, sameness.isSame]
    for isSame in areSame {
      rest = rest.filter { place in
        let expanded = run.statements[place].expanded
        let twin = left.firstIndex { isSame(reference.statements[$0].expanded, expanded) }
        if let twin { pairs.append((left.remove(at: twin), place)) }
        return twin == nil
      }
    }
    // Values that are others in every run tell nothing: these are told by their order.
    guard volatile.statements.contains(sql), left.count == rest.count else { return pairs }
    return pairs + zip(left, rest).map { ($0, $1) }
  }
}

/// What differs between two runs from the same rows: random values, mostly.
struct VolatileParts {
  /// The statements whose values differ.
  private(set) var statements: Set<String> = []

  /// The columns of a statement's rows that differ.
  private(set) var results: [String: Set<Int>] = [:]

  /// The statements that return more rows or fewer.
  private(set) var counts: Set<String> = []

  /// The columns that are written otherwise.
  private(set) var written: Set<TableColumn> = []

  /// Whether the answers differ.
  private(set) var isAnswerVolatile = false

  init() {}

  init(_ one: TenantRun, _ other: TenantRun, _ sameness: RunSameness) {
    isAnswerVolatile = !one.answer.isSame(as: other.answer, sameness)
    for (place, otherPlace) in zip(one.queries, other.queries) {
      let (mine, theirs) = (one.statements[place], other.statements[otherPlace])
      guard mine.sql == theirs.sql else { break }
      if !sameness.isSame(mine.expanded, theirs.expanded) { statements.insert(mine.sql) }
      if mine.rows.count != theirs.rows.count { counts.insert(mine.sql) }
      for (row, otherRow) in zip(mine.rows, theirs.rows) {
        for column in row.indices where !sameness.isSame(row[column], otherRow[column]) {
          results[mine.sql, default: []].insert(column)
        }
      }
    }
    for ((change, _), (otherChange, _)) in zip(one.changes, other.changes) {
      guard change.table == otherChange.table, let new = change.new, let others = otherChange.new
      else { continue }
      for place in new.indices where !sameness.isSame(new[place], others[place]) {
        written.insert(TableColumn(table: change.table, column: change.columns[place]))
      }
    }
  }
}
