import QueryBudgetSQLite

/// Makes series of the values that a column may have nothing but.
struct ChoiceMaker {
  let request: SeriesRequest

  /// One after the other, those of the column's slice alone; nil where the domain refuses all.
  func series(_ choices: [SQLiteValue]) -> ValueSeries? {
    var seen: Set<SQLiteValue> = []
    var rest = request.domain
    (rest.choices, rest.slice) = (nil, nil)
    let allowed = choices.filter { seen.insert($0).inserted && ($0 == nil || rest.admits($0)) }
    let values = allowed.contains { $0 != nil } ? allowed.filter { $0 != nil } : allowed
    guard !values.isEmpty else { return nil }
    if Set(values) == [0, 1], request.meaning == .boolean { return flags([1, 0]) }
    let part = slice(of: values)
    return .cycle(part.rotated(by: request.seed.rotation(of: part.count)))
  }

  /// What a row is first is what a list shows: published, and not deleted.
  func flags(_ values: [SQLiteValue]) -> ValueSeries {
    let ordered = ColumnMeaning.isNegativeFlag(request.words) ? values.reversed() : values
    return .cycle(ordered.rotated(by: request.seed.rotation(of: ordered.count)))
  }

  private func slice(of values: [SQLiteValue]) -> [SQLiteValue] {
    guard let slice = request.domain.slice, slice.count > 0 else { return values }
    let sorted = values.sorted { $0.precedes($1) }
    let first = min(sorted.count - 1, sorted.count * slice.index / slice.count)
    let end = max(first + 1, sorted.count * (slice.index + 1) / slice.count)
    return Array(sorted[first..<min(sorted.count, end)])
  }
}

extension SQLiteValue {
  /// As SQLite sorts values: numbers before texts before blobs.
  fileprivate func precedes(_ other: SQLiteValue) -> Bool {
    switch (self, other) {
    case (.text(let one), .text(let two)):
      one.utf8.lexicographicallyPrecedes(two.utf8)
    case (.blob(let one), .blob(let two)): one.lexicographicallyPrecedes(two)
    default: sortKey < other.sortKey
    }
  }

  private var sortKey: Double {
    switch self {
    case .null: -.infinity
    case .integer(let number): Double(number)
    case .real(let number): number
    case .text, .blob: .infinity
    }
  }
}
