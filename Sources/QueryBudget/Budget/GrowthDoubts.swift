/// Looks for reasons why a measurement could not have failed.
struct GrowthDoubts {
  private let growth: QueryGrowth
  private let kinds: Set<StatementKind>
  private let reading: RowsRead
  private let work: WorkBudget

  /// What two warm runs at one scale did differently.
  let differing: [Doubt]

  init(growth: QueryGrowth, kinds: Set<StatementKind>, reading: RowsRead, work: WorkBudget) {
    self.growth = growth
    self.kinds = kinds
    self.reading = reading
    self.work = work
    differing = Self.differing(growth.measurement, kinds)
  }

  private var measurement: QueryMeasurement { growth.measurement }

  /// The doubts; where nothing ran or nothing could be told, nothing else is worth saying.
  func found() -> [Doubt] {
    let unattributed = measurement.runs.map(\.recording.unattributed).reduce(0, +)
    if unattributed > 0 { return [.unattributed(unattributed)] }
    if growth.counts.dropFirst().allSatisfy({ $0 == 0 }) {
      let warmUp = measurement.warmUp?.count(of: kinds) ?? 0
      let ranAtFirst = warmUp > 0 || (growth.counts.first ?? 0) > 0
      return [ranAtFirst ? .ranOnlyOnce : .nothingRan]
    }
    let doubts = differing + measurement.axes.flatMap(growthDoubts)
    return doubts.isEmpty ? rowDoubts + workDoubts : doubts
  }

  private static func differing(
    _ measurement: QueryMeasurement,
    _ kinds: Set<StatementKind>
  ) -> [Doubt] {
    guard let first = measurement.runs.first, let repetition = measurement.repetition else {
      return []
    }
    let differences = RunDifference.all(
      between: first.recording, repetition, counting: kinds)
    return differences.isEmpty ? [] : [.runsDiffer(first.scale, differences)]
  }

  private func growthDoubts(_ axis: Axis) -> [Doubt] {
    let series = measurement.series(along: axis)
    let counts = series.map { growth.counts[$0] }
    var doubts: [Doubt] = []
    if measurement.grownTables(along: axis).isEmpty { doubts.append(.nothingGrew(axis)) }
    if zip(counts, counts.dropFirst()).contains(where: { $0 > $1 }) {
      doubts.append(.countsFell(axis, counts: counts))
    }
    return doubts
  }

  // MARK: Rows

  private var rowDoubts: [Doubt] {
    let reads = growth.statements.filter(\.returnsRows)
    let foundNothing =
      reads.allSatisfy { $0.rows.allSatisfy { $0 == 0 } }
      && growth.statements.allSatisfy { $0.shape.kind == .read }
    switch reading.expectation {
    case .none: return []
    case .same: return foundNothing ? [.nothingFound] : []
    case .growing:
      let stopped = measurement.axes.compactMap { stoppedRows(of: reads, along: $0) }
      let shared = measurement.sharedParents.filter {
        !reading.shared.contains(CaseFolding.folded($0.column))
      }
      return stopped.isEmpty ? shared.map { .sharedParent($0) } : stopped
    }
  }

  /// Why the rows that these statements returned did not grow at each step along an axis.
  private func stoppedRows(of reads: [StatementGrowth], along axis: Axis) -> Doubt? {
    let series = measurement.series(along: axis)
    func rows(_ statement: StatementGrowth) -> [Int] { series.map { statement.rows[$0] } }
    let total = series.map { run in reads.map { $0.rows[run] }.reduce(0, +) }
    guard !zip(total, total.dropFirst()).allSatisfy(<) else { return nil }
    for statement in reads {
      if let size = Self.pageSize(of: statement, rows(statement), axis) {
        return .pageLimit(axis, size: size, rows: rows(statement), statement.shape.fingerprint)
      }
    }
    let grown = measurement.grownTables(along: axis)
    for statement in reads where statement.shape.fingerprint.sql.contains(" WHERE ") {
      let table = statement.shape.tables.first { grown.contains(CaseFolding.folded($0)) }
      if let table, Set(rows(statement)).count == 1 {
        return .leftOut(
          axis, table: table, tableRows: series.map { measurement.rows(of: table, in: $0) },
          rows: rows(statement), statement.shape.fingerprint)
      }
    }
    return total.allSatisfy { $0 == 0 } ? .nothingFound : .rowsStoppedGrowing(axis, rows: total)
  }

  /// The size of the page that a statement reads, where the last scales reach it. One row is what a
  /// library limits the look-up of one record to.
  private static func pageSize(
    of statement: StatementGrowth, _ rows: [Int], _ axis: Axis
  ) -> Int? {
    guard statement.shape.fingerprint.sql.contains(" LIMIT "), let size = rows.last, size > 1,
      rows.dropLast().last == size, let first = rows.first, let scale = axis.scales.first
    else { return nil }
    return first < size || scale >= size ? size : nil
  }

  // MARK: Work

  private var workDoubts: [Doubt] {
    guard work.isLimited else { return [] }
    return growth.statements.filter { $0.work == nil }.map {
      .workUnknown($0.shape.fingerprint)
    }
  }
}

extension QueryMeasurement {
  /// The tables, with their case folded, that had more rows at each larger scale of an axis.
  func grownTables(along axis: Axis) -> Set<String> {
    let series = series(along: axis)
    let tables = runs.first?.tableRows.keys.map { $0 } ?? []
    return Set(
      tables.filter { table in
        zip(series, series.dropFirst()).allSatisfy { before, after in
          runs[before].tableRows[table, default: 0] < runs[after].tableRows[table, default: 0]
        }
      }.map(CaseFolding.folded))
  }

  /// How many rows a table, named without regard to case, held in a run.
  func rows(of table: String, in run: Int) -> Int {
    runs[run].tableRows.first { CaseFolding.areEqual($0.key, table) }?.value ?? 0
  }
}
