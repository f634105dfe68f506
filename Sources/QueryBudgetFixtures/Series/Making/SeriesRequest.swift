/// A column whose values are asked for, with what is known of it.
struct SeriesRequest: Sendable {
  let column: FixtureColumn
  let isStrict: Bool

  /// The words of the column's name and of the table's.
  let words: ColumnWords
  let tableWords: ColumnWords
  let type: DeclaredType
  let meaning: ColumnMeaning?
  var domain: ValueDomain
  let variety: Variety
  let seed: SeriesSeed

  /// Whether the lengths and limits of the declared type are kept, which SQLite doesn't ask for.
  var keepsType = true

  /// Whether nothing is asked of the values.
  private let isFree: Bool

  init(
    _ column: FixtureColumn, in table: FixtureTable, domain: ValueDomain, variety: Variety,
    seed: UInt64
  ) {
    self.column = column
    self.domain = domain
    self.variety = variety
    isFree = domain == ValueDomain()
    isStrict = table.isStrict
    type = DeclaredType(column.declaredType)
    tableWords = ColumnWords(table.name)
    words = ColumnWords(column: column.name, table: tableWords)
    self.seed = SeriesSeed(seed, table: table.name, column: column.name)
    let meaning = ColumnMeaning.find(words, of: column, in: tableWords, type: type)
    let isAddress = meaning == .status && words.last == "state" && Self.hasAddress(table)
    self.meaning = isAddress ? .region : meaning
  }

  /// Whether a state is one of a country rather than one of affairs.
  private static func hasAddress(_ table: FixtureTable) -> Bool {
    table.columns.contains { column in
      let last = ColumnWords(column.name).last
      return ["city", "zip", "zipcode", "postcode", "street", "address", "country"].contains(last)
    }
  }

  /// How many different values there must be.
  var needed: Int64 { max(1, variety.count) }

  /// Whether a series has what the variety asks for.
  func isEnough(_ series: ValueSeries) -> Bool {
    needed == 1 || (series.distinctCount ?? .max) >= needed
  }

  /// The first that has enough different values; where no two may be the same rather one that doesn't
  /// end soon; the one with the most where none has enough.
  func best(of candidates: some Sequence<ValueSeries>) -> ValueSeries? {
    var enough: ValueSeries?
    var most: (series: ValueSeries, count: Int64)?
    for candidate in candidates {
      // Most columns: counting different words is dear.
      if needed == 1, !variety.isDistinct { return candidate }
      let count = candidate.distinctCount ?? .max
      if count >= needed {
        if !variety.isDistinct || count / Self.calls >= needed { return candidate }
        if enough == nil { enough = candidate }
      }
      if count > most?.count ?? 0 { most = (candidate, count) }
    }
    return enough ?? most?.series
  }

  /// More rows are made later, perhaps, and have to differ from these as well.
  private static let calls: Int64 = 64

  /// Whether the first and the last value are in the domain, and with them all that lie between.
  func admitsEnds(_ series: ValueSeries) -> Bool {
    if isFree { return true }
    let compiled = CompiledSeries(series)
    return ([1, 2] + (series.distinctCount.map { [$0] } ?? [])).allSatisfy {
      domain.admits(compiled.value(at: $0))
    }
  }

  /// Whether values of each kind of rows are in the domain: the first, and those with more digits.
  func admitsSamples(_ series: ValueSeries) -> Bool {
    let compiled = CompiledSeries(series)
    return (Array(1...40) + [99, 100, 999, 1000, 12_345, 987_654]).allSatisfy {
      domain.admits(compiled.value(at: $0))
    }
  }
}
