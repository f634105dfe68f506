import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Domains that chance makes, each of which has values.
@Suite struct SeriesDomainTests {
  /// Numbers that look random, the same in every run.
  struct Chance {
    var state: UInt64

    mutating func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }

    mutating func element<Element>(_ elements: [Element]) -> Element {
      elements[number(0...(elements.count - 1))]
    }
  }

  static let names = [
    "id", "price", "quantity", "age", "rating", "percentage", "latitude", "created_at", "flavor",
    "email", "title", "status", "phone", "country", "is_active", "uuid", "name", "notes", "zip",
  ]

  private func check(
    _ domain: ValueDomain, _ name: String, _ type: String, variety: Variety = Variety(),
    isStrict: Bool = false, seed: UInt64 = 1
  ) {
    let sample = SeriesSample(domain: domain, variety: variety, seed: seed, isStrict: isStrict)
    guard let series = sample.series(name, type) else {
      Issue.record("Nothing for \(name) \(type) in \(domain)")
      return
    }
    let compiled = CompiledSeries(series)
    for row in Array(1...80) + [99, 100, 101, 255, 256, 257, 300, 999, 1000, 10_000, 30_000] {
      let value = compiled.value(at: Int64(row))
      #expect(domain.admits(value), "\(name) \(type) row \(row) is \(value) in \(domain)")
    }
  }

  @Test("Whole numbers keep their bounds and what they are divided by", arguments: 0..<200)
  func integers(run: Int) {
    var chance = Chance(state: UInt64(run))
    let reach = chance.element([5, 50, 1000, 1_000_000])
    var domain = ValueDomain()
    if chance.number(0...2) > 0 { domain.lower = Double(chance.number(-reach...reach)) }
    if chance.number(0...2) > 0 {
      domain.upper = (domain.lower ?? -100) + Double(chance.number(0...reach))
    }
    if chance.number(0...3) == 0 {
      let multiple = chance.number(1...20)
      domain.multipleOf = Int64(multiple)
      if domain.upper != nil, domain.lower != nil { domain.upper? += Double(multiple) }
    }
    let type = chance.element(["INTEGER", "INT", "SMALLINT", "TINYINT", "NUMERIC", "DECIMAL(5,0)"])
    check(domain, chance.element(Self.names), type, seed: UInt64(chance.number(1...3)))
  }

  @Test("Reals keep their bounds, however close", arguments: 0..<200)
  func reals(run: Int) {
    var chance = Chance(state: UInt64(run))
    let scale = chance.element([1e-12, 0.001, 1.0, 1000, 1e15])
    var domain = ValueDomain()
    if chance.number(0...2) > 0 { domain.lower = Double(chance.number(-99...99)) * scale }
    if chance.number(0...2) > 0 {
      domain.upper = (domain.lower ?? -2 * scale) + Double(chance.number(0...99)) * scale / 7
    }
    let type = chance.element(["REAL", "DOUBLE", "DECIMAL(10,2)", "DECIMAL(3,1)", "FLOAT"])
    check(domain, chance.element(Self.names), type, seed: UInt64(chance.number(1...3)))
  }

  @Test("Bounds that no binary number is equal to are values, too")
  func decimals() {
    // 0.07 * 100 is a little more than 7, and 0.29 * 100 a little less than 29.
    let domain = ValueDomain(lower: 0.07, upper: 0.29)
    let values = SeriesSample(domain: domain).values("rate", "REAL", count: 23)
    #expect(values.first == 0.07 && values.last == 0.29)
  }

  @Test("Texts keep their lengths, case and letters", arguments: 0..<200)
  func texts(run: Int) {
    var chance = Chance(state: UInt64(run))
    var domain = ValueDomain()
    if chance.number(0...2) > 0 {
      let low = chance.number(0...40)
      domain.lengths = low...(low + chance.number(0...30))
    }
    if chance.number(0...2) == 0 {
      domain.alphabet = chance.element([
        "ABCDEFabcdef", "0123456789", "abcdefghijklmnopqrstuvwxyz-0123456789", "AbC", " aB1",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_",
      ])
    }
    if chance.number(0...2) == 0 { domain.letterCase = chance.element([.upper, .lower]) }
    let type = chance.element(["TEXT", "VARCHAR(20)", "CHAR(2)", "NVARCHAR(255)", ""])
    check(domain, chance.element(Self.names), type, seed: UInt64(chance.number(1...3)))
  }

  @Test("Texts have the shape that is asked for", arguments: 0..<200)
  func shapes(run: Int) {
    var chance = Chance(state: UInt64(run))
    var domain = ValueDomain()
    domain.shape = (0...chance.number(0...4)).map { _ in
      switch chance.number(0...2) {
      case 0: .literal(chance.element(["A-", "@", ".", "x", "12"]))
      case 1: .oneOf(chance.element(["", "0123456789", "ABC", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]))
      default: .any
      }
    }
    if chance.number(0...3) == 0 {
      let hasAny = domain.shape?.contains(.any) ?? false
      domain.lengths = (hasAny ? chance.number(0...20) : 0)...40
    }
    check(domain, chance.element(Self.names), chance.element(["TEXT", "VARCHAR(30)", ""]))
  }

  @Test(
    "A column holds the storage class that is asked for, or nothing",
    arguments: ["integer", "real", "text", "blob"],
    ["INTEGER", "REAL", "TEXT", "BLOB", "", "NUMERIC"])
  func storage(storage: String, type: String) throws {
    var domain = ValueDomain()
    domain.storageClass = storage
    let database = try RecordingDatabase(.inMemory)
    for name in Self.names {
      let values = SeriesSample(domain: domain).values(name, type, count: 12)
      let isPossible =
        switch (storage, type) {
        case ("integer", "TEXT"), ("real", "TEXT"), ("integer", "REAL"): false
        default: true
        }
      #expect(values.isEmpty == !isPossible, "\(name) \(type) as \(storage)")
      try database.execute("DROP TABLE IF EXISTS t; CREATE TABLE t(x \(type))")
      for value in values {
        try database.execute("DELETE FROM t")
        try database.execute("INSERT INTO t VALUES(?)", [value])
        let kept = try database.query("SELECT typeof(x) AS kept FROM t").first
        #expect(try kept?.value("kept", as: String.self) == storage, "\(name) \(type) is \(value)")
      }
    }
  }

  @Test("STRICT types get their own storage class", arguments: names)
  func strict(name: String) throws {
    let database = try RecordingDatabase(.inMemory)
    for type in ["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"] {
      try database.execute("DROP TABLE IF EXISTS t; CREATE TABLE t(x \(type)) STRICT")
      for value in SeriesSample(isStrict: true).values(name, type) {
        try database.execute("INSERT INTO t VALUES(?)", [value])
      }
      #expect(try database.query("SELECT * FROM t").count == 3)
    }
  }

  @Test("Functions of SQLite understand a text of a format")
  func formats() throws {
    let database = try RecordingDatabase(.inMemory)
    let checks: [(ValueDomain.Format, String)] = [
      (.date, "x IS date(x)"), (.time, "x IS time(x)"), (.dateTime, "x IS datetime(x)"),
      (.json, "json_valid(x)"), (.jsonArray, "json_type(x) = 'array'"),
      (.jsonObject, "json_type(x) = 'object'"),
    ]
    for (format, check) in checks {
      var domain = ValueDomain()
      domain.format = format
      for name in Self.names {
        for type in ["TEXT", "DATE", "VARCHAR(30)"] {
          for value in SeriesSample(domain: domain).values(name, type, count: 30) {
            let row = try database.query("SELECT \(check) AS ok FROM (SELECT ? AS x)", [value])
              .first
            #expect(try row?.value("ok", as: Bool.self) == true, "\(name) \(type): \(value)")
          }
        }
      }
    }
  }

  @Test("Bounds of a moment are seconds since 1970, and a date is its first")
  func moments() {
    // 2031-05-05 00:00:01 to 2031-05-09 00:00:00, and 08:00:01 to 09:30:00.
    let days = ValueDomain(lower: 1_935_705_601, upper: 1_936_051_200)
    let texts: [(String, SQLiteValue, SQLiteValue)] = [
      ("DATE", "2031-05-06", "2031-05-09"),
      ("DATETIME", "2031-05-05 00:00:01", "2031-05-09 00:00:00"),
      ("INTEGER", 1_935_705_601, 1_936_051_200),
    ]
    for (type, first, last) in texts {
      for count: Int64 in [1, 4] {
        let variety = Variety(isDistinct: true, count: count)
        let values = SeriesSample(domain: days, variety: variety).values("at", type, count: 500)
        #expect(Set(values).count >= count && values.contains(first), "\(type)")
        let isIn = values.allSatisfy { isOrdered(first, $0) && isOrdered($0, last) }
        #expect(isIn, "\(type) \(values.prefix(5))")
      }
    }
    let hours = ValueDomain(lower: 28_801, upper: 34_200)
    let values = SeriesSample(domain: hours).values("opens", "TIME", count: 500)
    #expect(values.allSatisfy { isOrdered("08:00:01", $0) && isOrdered($0, "09:30:00") })
  }

  private func isOrdered(_ one: SQLiteValue, _ other: SQLiteValue) -> Bool {
    switch (one, other) {
    case (.integer(let one), .integer(let other)): one <= other
    case (.text(let one), .text(let other)): one <= other
    default: false
    }
  }

  @Test("Choices come one after the other, from another one for another seed")
  func choices() {
    var domain = ValueDomain(choices: ["a", "b", "c", "b"])
    #expect(SeriesSample(domain: domain).values("x", "TEXT", count: 4) == ["a", "b", "c", "a"])
    #expect(SeriesSample(domain: domain, seed: 3).values("x", "TEXT", count: 2) == ["c", "a"])
    domain.lengths = 2...3
    #expect(SeriesSample(domain: domain).series("x", "TEXT") == nil)
    domain = ValueDomain(choices: [0, 1])
    #expect(SeriesSample(domain: domain).values("published", "INTEGER", count: 2) == [1, 0])
    domain = ValueDomain(choices: [nil, 7])
    #expect(SeriesSample(domain: domain).values("x", "INTEGER", count: 2) == [7, 7])
    domain = ValueDomain(choices: [1, 2, 3, 4], lower: 2, upper: 3)
    #expect(SeriesSample(domain: domain).values("x", "INTEGER", count: 3) == [2, 3, 2])
  }

  @Test("A domain without values gets none")
  func impossible() {
    let domains = [
      ValueDomain(choices: []), ValueDomain(choices: ["a"], letterCase: .upper),
      ValueDomain(lower: 1, upper: 0), ValueDomain(lower: 11, upper: 14, multipleOf: 5),
    ]
    for domain in domains {
      #expect(SeriesSample(domain: domain).series("x", "INTEGER") == nil, "\(domain)")
    }
    let shape = ValueDomain(lengths: 0...2, shape: [.literal("abc"), .any])
    #expect(SeriesSample(domain: shape).series("x", "TEXT") == nil)
  }
}
