import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct SeriesVarietyTests {
  static let columns: [(String, String)] = [
    ("id", "INTEGER"), ("flavor", "INTEGER"), ("quantity", "INTEGER"), ("rating", "INTEGER"),
    ("is_active", "BOOLEAN"), ("tiny", "TINYINT"), ("price", "REAL"), ("price", "DECIMAL(4,2)"),
    ("latitude", "REAL"), ("email", "TEXT"), ("email", "VARCHAR(12)"), ("title", "VARCHAR(20)"),
    ("title", "VARCHAR(8)"), ("slug", "TEXT"), ("name", "TEXT"), ("first_name", "TEXT"),
    ("city", "TEXT"), ("country", "TEXT"), ("status", "TEXT"), ("status", "INTEGER"),
    ("uuid", "TEXT"), ("token", "VARCHAR(10)"), ("code", "CHAR(3)"), ("code", "CHAR(2)"),
    ("flavor", "VARCHAR(1)"), ("phone", "TEXT"), ("ip", "TEXT"), ("mac", "TEXT"), ("zip", "TEXT"),
    ("color", "TEXT"), ("currency", "CHAR(3)"), ("locale", "TEXT"), ("created_at", "TEXT"),
    ("due_on", "DATE"), ("birthday", "DATE"), ("start_time", "TIME"), ("end_time", "TIME"),
    ("created_at", "INTEGER"), ("julian_date", "REAL"), ("data", "BLOB"), ("meta", "JSON"),
    ("isbn", "TEXT"), ("version", "TEXT"), ("gender", "CHAR(1)"), ("notes", "TEXT"), ("x", ""),
  ]

  @Test("No two of 30,000 rows have the same where they must differ", arguments: columns)
  func distinct(name: String, type: String) throws {
    let variety = Variety(isDistinct: true, count: 30_000)
    let series = try #require(SeriesSample(variety: variety).series(name, type))
    let compiled = CompiledSeries(series)
    var seen: Set<SQLiteValue> = []
    // The first ones, where neighbours tell, and some of all the others.
    let rows = Array(1...1000) + Array(stride(from: 1001, through: 30_000, by: 29))
    for row in rows { seen.insert(compiled.value(at: Int64(row))) }
    #expect(seen.count == rows.count)
    #expect(series.distinctCount ?? .max >= 30_000)
  }

  @Test("What a series says of how many it has is true", arguments: columns, [1, 40, 700])
  func count(column: (String, String), count: Int64) throws {
    let variety = Variety(isDistinct: count > 1, count: count)
    let series = try #require(SeriesSample(variety: variety).series(column.0, column.1))
    let said = min(series.distinctCount ?? 800, 800)
    let compiled = CompiledSeries(series)
    // From the first row on, and from any other.
    for start: Int64 in [1, 17, 4242] {
      let values = (0..<said).map { compiled.value(at: start + $0) }
      #expect(Set(values).count == Int(said))
    }
    #expect(said >= count)
  }

  @Test("Values stay for so many rows")
  func repeats() throws {
    for (name, type) in Self.columns {
      let once = SeriesSample().values(name, type, count: 10)
      let variety = Variety(repeats: 3)
      let series = SeriesSample(variety: variety).values(name, type, count: 30)
      #expect(series == once.flatMap { [$0, $0, $0] }, "\(name) \(type)")
    }
  }

  @Test("As many as there can be, where there are too few")
  func few() throws {
    let domain = ValueDomain(lower: 1, upper: 3)
    let variety = Variety(isDistinct: true, count: 100)
    let series = try #require(SeriesSample(domain: domain, variety: variety).series("x", "INTEGER"))
    #expect(series.distinctCount == 3)
    let two = ValueDomain(lengths: 0...1, letterCase: .upper)
    let letters = try #require(SeriesSample(domain: two, variety: variety).series("x", "TEXT"))
    #expect(letters.distinctCount == 36)
  }

  @Test("Text patterns know when they begin again")
  func patterns() {
    let digits = "0123456789"
    let patterns: [(TextPattern, Int64?)] = [
      (TextPattern([]), 1), (TextPattern([.literal("x")]), 1), (TextPattern([.number()]), nil),
      (TextPattern([.word(["a", "b"]), .word(["c", "d", "e"])]), 6),
      (TextPattern([.word(["a", "b"]), .word(["c", "d"])]), 2),
      (TextPattern([.word(["a", "a"])]), 1), (TextPattern([.word([])]), 1),
      (TextPattern([.code(alphabet: digits, width: 2)]), 100),
      (
        TextPattern([
          .code(alphabet: digits, width: 1, repeats: 10), .code(alphabet: digits, width: 1),
        ]), 100
      ),
      (
        TextPattern([
          .code(alphabet: digits, width: 1, repeats: 7), .code(alphabet: digits, width: 1),
        ]), 10
      ),
      (TextPattern([.integer(Counter(first: 1, count: 4)), .hexadecimal(digits: 1, seed: 1)]), 16),
      (TextPattern([.hexadecimal(digits: 16, seed: 1)]), nil),
      (TextPattern([.integer(Counter(first: 5, step: 0))]), 1),
      (TextPattern([.time(.date, Counter(first: 0, step: 3600))]), 1),
      (TextPattern([.time(.time, Counter(first: 0, step: 3600))]), 24),
      (TextPattern([.time(.dateTime, Counter(first: 0))]), nil),
    ]
    for (pattern, count) in patterns { #expect(pattern.distinctCount == count, "\(pattern)") }
  }

  @Test("A lower slice is always below a higher one", arguments: [2, 3, 7])
  func slices(count: Int) throws {
    let types = [
      ("price", "REAL"), ("price", "INTEGER"), ("flavor", "DECIMAL(10,2)"), ("rating", "INT"),
      ("created_at", "TEXT"), ("due_on", "DATE"), ("start_time", "TIME"), ("at", "INTEGER"),
      ("name", "TEXT"), ("flavor", "REAL"),
    ]
    let bounds: [(Double?, Double?)] = [(nil, nil), (0, nil), (1, 30), (5000, nil), (nil, 8000)]
    for (name, type) in types {
      for (lower, upper) in bounds where upper == nil || type == "INTEGER" && name == "price" {
        for rows: Int64 in [1, 1200] where upper == nil || rows == 1 {
          var last: SQLiteValue?
          for index in 0..<count {
            var domain = ValueDomain(lower: lower, upper: upper)
            domain.slice = ValueDomain.Slice(index: index, count: count)
            let variety = Variety(isDistinct: rows > 1, count: rows)
            let sample = SeriesSample(domain: domain, variety: variety)
            let values = sample.values(name, type, count: max(rows / 4, 60)).sorted(by: precedes)
            let (low, high) = (try #require(values.first), try #require(values.last))
            #expect(domain.admits(low) && domain.admits(high))
            if let last { #expect(precedes(last, low), "\(name) \(type) \(index) \(domain)") }
            last = high
          }
        }
      }
    }
  }

  private func precedes(_ one: SQLiteValue, _ other: SQLiteValue) -> Bool {
    switch (one, other) {
    case (.integer(let one), .integer(let other)): one < other
    case (.real(let one), .real(let other)): one < other
    case (.text(let one), .text(let other)): one < other
    default: false
    }
  }
}
