import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct CompiledSeriesTests {
  static let numbers: [Int64] = [
    1, 2, 9, 10, 11, 99, 100, 101, 12345, 999_999, 1_000_000, 4_294_967_297, .max - 1, .max, 0, -1,
    -41, .min, .min + 1,
  ]

  private func texts(_ parts: TextPattern.Part..., rows: ClosedRange<Int64> = 1...4) -> [String] {
    let series = CompiledSeries(.text(TextPattern(parts)))
    return rows.compactMap { if case .text(let text) = series.value(at: $0) { text } else { nil } }
  }

  @Test("A constant is the same for every row, whatever its type", arguments: numbers)
  func constant(number: Int64) {
    for value: SQLiteValue in [nil, 7, 1.5, "x", "", .blob([]), .blob([0, 1, 255])] {
      #expect(ValueSeries.constant(value).value(at: number) == value)
    }
  }

  @Test("A cycle gives each value for so many rows, and begins again")
  func cycle() {
    let series = CompiledSeries(.cycle([1, "b", nil], repeats: 2))
    let values = (1...8).map { series.value(at: $0) }
    #expect(values == [1, 1, "b", "b", nil, nil, 1, 1])
    #expect(ValueSeries.cycle([]).value(at: 1) == nil)
    #expect(ValueSeries.cycle([1, 2], repeats: 0).value(at: 2) == 2)
  }

  @Test("A counter follows its rule for every number, and wraps around", arguments: numbers)
  func counter(number: Int64) {
    let counters = [
      Counter(first: 5), Counter(first: .max, step: 3), Counter(first: 0, step: -7, count: 10),
      Counter(first: 1, step: .min, count: 3, repeats: 4), Counter(first: 0, repeats: .max),
    ]
    for counter in counters {
      var row = UInt64(bitPattern: number &- 1) / UInt64(counter.repeats)
      if let count = counter.count { row %= UInt64(count) }
      let expected = counter.first &+ counter.step &* Int64(bitPattern: row)
      #expect(ValueSeries.integers(counter).value(at: number) == .integer(expected))
      #expect(
        ValueSeries.reals(counter, divisor: 100).value(at: number) == .real(Double(expected) / 100))
    }
  }

  @Test("Numbers are written as they are, with zeros in front where asked", arguments: numbers)
  func number(number: Int64) {
    let plain = texts(.literal("n"), .number(), rows: number...number)
    #expect(plain == ["n\(number)"])
    let padded = texts(.number(digits: 25), rows: number...number)
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: 25 - digits.count)
    #expect(padded == [(number < 0 ? "-" : "") + zeros + digits])
  }

  @Test("A number of a counter")
  func integer() {
    #expect(
      texts(.integer(Counter(first: 98, step: 2), digits: 3), .literal("!"))
        == ["098!", "100!", "102!", "104!"])
  }

  @Test("A code counts in its alphabet, keeps its width, and begins again")
  func code() {
    #expect(texts(.code(alphabet: "AB", width: 2), rows: 1...5) == ["AA", "AB", "BA", "BB", "AA"])
    #expect(
      texts(.code(alphabet: "AB", width: 1, repeats: 2), rows: 1...5) == ["A", "A", "B", "B", "A"])
    #expect(texts(.code(alphabet: "x", width: 3)) == ["xxx", "xxx", "xxx", "xxx"])
    #expect(texts(.code(alphabet: "", width: 3), .literal("-"), rows: 1...1) == ["-"])
    #expect(texts(.code(alphabet: "0123456789", width: -1), rows: 1...1) == [""])
    #expect(texts(.code(alphabet: "0123456789", width: 5), rows: 123_457...123_457) == ["23456"])
    #expect(
      texts(.code(alphabet: "01", width: 70), rows: 0...0)
        == [String(repeating: "0", count: 6) + String(repeating: "1", count: 64)])
  }

  @Test("Words come one after the other, of any length")
  func words() {
    #expect(
      texts(.word(["a", "", "größer"]), .word(["1", "2"], repeats: 2), rows: 1...6)
        == ["a1", "1", "größer2", "a2", "1", "größer1"])
    #expect(texts(.word([]), .literal("x"), rows: 1...1) == ["x"])
  }

  @Test("Values of a repeating series stay for so many rows")
  func repeating() {
    let series = ValueSeries.repeating(
      .repeating(.text(TextPattern([.literal("t"), .number()])), rows: 2), rows: 2)
    let compiled = CompiledSeries(series)
    #expect((1...5).map { compiled.value(at: $0) } == ["t1", "t1", "t1", "t1", "t2"])
    #expect(CompiledSeries(.repeating(series, rows: .max)).value(at: .max) == "t1")
  }

  @Test("Random bytes and digits have their length, and don't come twice", arguments: 1...20)
  func random(length: Int) throws {
    let rows = Int64(min(3000, length < 3 ? 1 << (4 * length) : 3000))
    let blobs = CompiledSeries(.blob(length: length, seed: 3))
    let texts = CompiledSeries(.text(TextPattern([.hexadecimal(digits: length, seed: 3)])))
    var seen: Set<SQLiteValue> = []
    for row in 1...rows {
      let (blob, text) = (blobs.value(at: row), texts.value(at: row))
      guard case .blob(let bytes) = blob, case .text(let digits) = text else {
        Issue.record("Neither bytes nor text")
        return
      }
      if row % 100 == 1 {
        #expect(bytes.count == length && digits.utf8.count == length)
        #expect(digits.allSatisfy { $0.isHexDigit && !$0.isUppercase })
      }
      seen.formUnion([blob, text])
    }
    #expect(seen.count == Int(rows) * 2)
  }
}
