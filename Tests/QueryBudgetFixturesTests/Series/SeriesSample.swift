import QueryBudgetSQLite

@testable import QueryBudgetFixtures

/// The values that a column gets.
struct SeriesSample {
  var domain = ValueDomain()
  var variety = Variety()
  var seed: UInt64 = 1
  var isStrict = false
  var table = "thing"
  var others: [FixtureColumn] = []

  func series(_ name: String, _ type: String, isNotNull: Bool = true) -> ValueSeries? {
    let column = FixtureColumn(
      name: name, declaredType: type, isNotNull: isNotNull, defaultSQL: nil, isGenerated: false)
    let table = FixtureTable(
      schema: "main", name: table, kind: .table, isStrict: isStrict, hasRowid: true,
      isAutoincrement: false, columns: [column] + others, primaryKey: [], rowidColumn: nil,
      uniqueKeys: [], references: [], checks: [], sql: "")
    return SeriesMaker.series(
      for: column, in: table, domain: domain, variety: variety, seed: seed)
  }

  /// The first values, none where the domain can't be met.
  func values(_ name: String, _ type: String, count: Int64 = 3) -> [SQLiteValue] {
    guard let series = series(name, type) else { return [] }
    let compiled = CompiledSeries(series)
    return (0..<count).map { compiled.value(at: $0 + 1) }
  }
}
