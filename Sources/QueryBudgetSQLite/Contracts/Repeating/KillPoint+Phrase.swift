import QueryBudget

extension KillPoint: Comparable {
  /// In the order in which a run comes by them.
  static func < (one: KillPoint, other: KillPoint) -> Bool { one.place < other.place }

  private var place: Int {
    switch self {
    case .before(let statement): 2 * statement
    case .after(let statement): 2 * statement + 1
    }
  }

  /// `at statement 3 of 5`, `at any of statements 3 to 5 of 7, or at its end`.
  static func phrase(_ points: [KillPoint], of count: Int) -> String {
    var (before, after, isAtEnd) = ([Int](), [Int](), false)
    for point in points.sorted() {
      switch point {
      case .before(count): isAtEnd = true
      case .before(let statement): before.append(statement + 1)
      case .after(let statement): after.append(statement + 1)
      }
    }
    var phrases: [String] = []
    if !before.isEmpty { phrases.append("at \(statements(before)) of \(count)") }
    if !after.isEmpty { phrases.append("right behind \(statements(after)) of \(count)") }
    if isAtEnd { phrases.append("at its end") }
    return phrases.joined(separator: ", or ")
  }

  private static func statements(_ numbers: [Int]) -> String {
    guard let first = numbers.first, let last = numbers.last, first < last else {
      return "statement " + numbers.map(String.init).joined()
    }
    if last - first == numbers.count - 1 {
      return numbers.count == 2
        ? "statement \(first) or \(last)" : "any of statements \(first) to \(last)"
    }
    return "statement " + numbers.dropLast().map(String.init).joined(separator: ", ")
      + " or \(last)"
  }
}

extension KillPoint {
  /// Every place where a run can be killed, the end first.
  ///
  /// Right behind a statement that ended a transaction is a place of its own where the code does
  /// something outside of the database: it may do it there.
  static func all(of run: RepeatedRun) -> [KillPoint] {
    let ends = run.effects.isEmpty ? [] : run.commits
    return (0...run.killable.count).reversed().flatMap { statement -> [KillPoint] in
      [.before(statement)] + (ends.contains(statement - 1) ? [.after(statement - 1)] : [])
    }
  }
}

extension RepeatedRun {
  /// The statements that a kill can be at by which writes came to stay.
  fileprivate var commits: Set<Int> {
    let statements = taken.recording.statements
    let killable = statements.indices.filter {
      !KillPoint.passes(statements[$0].sql, statements[$0].kind)
    }
    let ends = TransactionSplit(taken.recording).transactions.filter { transaction in
      transaction.isCommitted && transaction.statements.contains { statements[$0].isWrite }
    }.compactMap(\.statements.last)
    return Set(ends.compactMap { killable.firstIndex(of: $0) })
  }
}
