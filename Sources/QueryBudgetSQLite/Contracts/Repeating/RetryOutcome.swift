import QueryBudget

/// What a call that was killed and one that was run again came to.
struct RetryOutcome {
  let point: KillPoint

  /// The statement that the kill is told by; nil at the end.
  let statement: RecordedStatement?

  /// The rows that are others than after one run.
  let rows: [RowMismatch]
  let written: WrittenRows
  let effects: EffectDifference

  /// What the second run threw.
  let error: String?

  /// Whether a second run behind a whole one throws the same.
  private let isRefusal: Bool

  /// What the killed call had written for good.
  var committed: [RecordedStatement] {
    guard case .after(let last) = point else { return killed.committed }
    // Its last statement failed so that nothing came after it, and happened all the same.
    let kept = complete.killable.prefix(last + 1)
    return complete.committed.filter { kept.contains($0) }
  }

  private let complete: RepeatedRun
  private let killed: RepeatedRun

  init(
    _ point: KillPoint, complete: RepeatedRun, killed: RepeatedRun, again: RepeatedRun,
    before: DatabaseContents, bench: RepeatingBench, refusal: String?
  ) {
    self.point = point
    self.complete = complete
    self.killed = killed
    let statements = killed.killable
    let isAtEnd = point == .before(complete.killable.count)
    statement =
      !isAtEnd && statements.indices.contains(point.statement) ? statements[point.statement] : nil
    rows = bench.rules.differences(from: complete.contents, to: again.contents)
    written = WrittenRows(rows, by: RowWriters(before: before, run: again))
    effects = EffectDifference(bench.effects.known(killed.effects) + again.effects, bench.effects)
    error = again.error.map { "\($0)" }
    isRefusal = error == refusal || isAtEnd
  }

  var isBroken: Bool { !rows.isEmpty || !effects.isEmpty || (error != nil && !isRefusal) }

  /// What tells whether two kills came to the same: all but times, which go on.
  func signature(_ rules: RowRules) -> Signature {
    Signature(
      rows: rows.map { row in
        let row = row.difference
        return RowDifference(
          table: row.table, key: row.key, row.change,
          row.columns.map {
            rules.times.contains($0.name, of: row.table) ? .init($0.name) : $0
          })
      },
      writers: written.groups.map(\.statement.fingerprint), effects: effects, error: error)
  }

  struct Signature: Hashable {
    let rows: [RowDifference]
    let writers: [Fingerprint]
    let effects: EffectDifference
    let error: String?
  }
}
