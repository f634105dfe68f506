import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct SeriesDeterminismTests {
  /// A number for all bytes of the first 200 values of every column.
  private func digest(seed: UInt64) -> UInt64 {
    var digest: UInt64 = 0
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x8F36_C487_4E75_2DA9 ^ digest >> 31 }
    }
    for (name, type) in SeriesVarietyTests.columns {
      for value in SeriesSample(seed: seed).values(name, type, count: 200) {
        switch value {
        case .null: add([0])
        case .integer(let number): add("i\(number)".utf8)
        case .real(let number): add("r\(number.bitPattern)".utf8)
        case .text(let text): add("t\(text)".utf8)
        case .blob(let bytes): add([98] + bytes)
        }
      }
    }
    return digest
  }

  @Test("A seed gives the same bytes on every machine")
  func pinned() {
    #expect(digest(seed: 1) == 9_814_257_079_388_182_091)
    #expect(digest(seed: 2) == 7_373_336_815_577_226_441)
  }

  @Test("Another seed gives other values", arguments: SeriesVarietyTests.columns)
  func seeds(column: (String, String)) {
    let values = [1, 2, 3].map { SeriesSample(seed: $0).values(column.0, column.1, count: 20) }
    #expect(values[0] != values[1] && values[1] != values[2])
  }

  @Test("Two columns of one kind don't get the same")
  func columns() {
    for (one, other) in [("email", "work_email"), ("city", "birth_city"), ("token", "secret")] {
      let sample = SeriesSample()
      #expect(sample.values(one, "TEXT") != sample.values(other, "TEXT"))
    }
  }
}
