import QueryBudgetSQLite

/// Makes the values of a column that a person would expect in it, as its name and its type say.
///
/// Texts of two rows differ, also where nothing asks for it: the same value again and again hides
/// faults. Only flags, lists of a status and the like begin again.
enum SeriesMaker {
  /// Values in the domain, with as many different ones as the variety needs, or as there can be; nil
  /// when the domain has none.
  static func series(
    for column: FixtureColumn, in table: FixtureTable, domain: ValueDomain, variety: Variety,
    seed: UInt64
  ) -> ValueSeries? {
    let request = SeriesRequest(column, in: table, domain: domain, variety: variety, seed: seed)
    let series: ValueSeries?
    if let choices = domain.choices {
      series = ChoiceMaker(request: request).series(choices)
    } else {
      series = kept(request)
    }
    return series.map { variety.repeats > 1 ? .repeating($0, rows: variety.repeats) : $0 }
  }

  /// SQLite doesn't keep the lengths and limits of a type: where they leave too little, they yield.
  private static func kept(_ request: SeriesRequest) -> ValueSeries? {
    let typed = made(request)
    if let typed, request.isEnough(typed) { return typed }
    var loose = request
    loose.keepsType = false
    guard let free = made(loose) else { return typed }
    return typed == nil || request.isEnough(free) ? free : typed
  }

  private static func made(_ request: SeriesRequest) -> ValueSeries? {
    switch StorageClass(request) {
    case .integer: integers(request) ?? (request.canHoldReals ? reals(request) : nil)
    case .real: reals(request)
    case .text: texts(request)
    case .blob: BlobMaker(request: request).series()
    case .null: .constant(nil)
    case nil: nil
    }
  }

  private static func integers(_ request: SeriesRequest) -> ValueSeries? {
    let numbers = NumberMaker(request: request)
    switch request.meaning {
    case .boolean: return flags(request) ?? numbers.integers()
    case .time: return TimeMaker(request: request).integers() ?? numbers.integers()
    default: return numbers.integers()
    }
  }

  private static func flags(_ request: SeriesRequest) -> ValueSeries? {
    let domain = request.domain
    guard domain.slice == nil, domain.admits(0), domain.admits(1) else { return nil }
    let flags = ChoiceMaker(request: request).flags([1, 0])
    return request.isEnough(flags) ? flags : nil
  }

  private static func reals(_ request: SeriesRequest) -> ValueSeries? {
    let numbers = NumberMaker(request: request)
    switch request.meaning {
    case .boolean where !request.needsFraction: return flags(request) ?? numbers.reals()
    case .time where !request.needsFraction:
      return TimeMaker(request: request).reals() ?? numbers.reals()
    default: return numbers.reals()
    }
  }

  private static func texts(_ request: SeriesRequest) -> ValueSeries? {
    let texts = TextMaker(request: request)
    let domain = request.domain
    switch domain.format {
    case .date, .time, .dateTime:
      let times = TimeMaker(request: request).texts()
      // Where a pattern wants them otherwise, SQLite may still understand what it makes.
      if domain.shape == nil || times.map(texts.admitsTimes) ?? true { return times }
    case .json, .jsonObject: return texts.json(isArray: false)
    case .jsonArray: return texts.json(isArray: true)
    case nil: break
    }
    if request.meaning == .time, let times = TimeMaker(request: request).texts(),
      texts.admitsTimes(times)
    {
      return times
    }
    return texts.texts()
  }
}
