import QueryBudget
import Testing

/// Counts that follow no law, and those that follow a steeper one.
@Suite struct GrowthLawNoiseTests {
  @Test("A law that is found gives every count, whatever the counts", arguments: 1...3)
  func noise(axes number: Int) {
    var laws = 0
    for seed in 0..<(number == 1 ? 3000 : 600) {
      var generator = LawGenerator(seed: 2_000_000 + seed)
      let axes = ["a", "b", "c"].prefix(number).map { name in
        Axis(name, scales: generator.rising(generator.number(2...4), from: generator.number(0...3)))
      }
      let runs = Scale.all(of: axes)
      // The narrower they are, the oftener there is a law.
      let most = [1, 2, 5, 30, 100_000][seed % 5]
      let counts = runs.map { _ in generator.number(0...most) }
      let law = GrowthLaw(counts: counts, at: runs, on: axes)
      let given =
        switch law {
        case .sum: runs.map { law.count(at: $0) }
        case .fasterThanLinear(let counts, _), .irregular(let counts, _): counts
        }
      if given != counts {
        Issue.record("seed \(seed), \(number) axes: \(counts) at \(runs) was found as \(law)")
      }
      if case .sum = law { laws += 1 }
    }
    #expect(laws > 5, "too few laws for the test to mean something")
  }

  @Test("One count that is off makes another law, or none")
  func oneOff() {
    for seed in 0..<600 {
      var generator = LawGenerator(seed: 3_000_000 + seed)
      let sample = generator.law(axes: 1 + seed % 2)
      var counts = sample.counts
      counts[generator.number(0...counts.count - 1)] += generator.number(1...9)
      let law = GrowthLaw(counts: counts, at: sample.runs, on: sample.axes)
      let missed = zip(sample.runs, counts).contains { law.count(at: $0) != $1 }
      if case .sum = law, missed { Issue.record("seed \(seed): \(counts) was found as \(law)") }
      if law == sample.law { Issue.record("seed \(seed): \(counts) was found as \(law)") }
    }
  }

  @Test("What grows with a power of the rows is faster than linear, on one axis and on two")
  func powers() {
    for seed in 0..<1500 {
      var generator = LawGenerator(seed: 4_000_000 + seed)
      let power = generator.number(2...4)
      let (constant, slope, steepness) =
        (generator.number(0...9), generator.number(0...9), generator.number(1...5))
      let (other, both) = (generator.number(0...5), generator.number(0...1))
      let axes = [
        Axis("rows", scales: steepScales(&generator)),
        Axis("tags", scales: generator.rising(3, from: 1)),
      ].prefix(1 + seed % 2)
      func count(_ scale: Scale) -> Int {
        let rows = scale.axisCounts[0]
        let tags = scale.axisCounts.dropFirst().first ?? 0
        let steep = (0..<power).reduce(steepness) { product, _ in product * rows }
        return constant + slope * rows + steep + other * tags + both * tags * rows
      }
      let runs = Scale.all(of: Array(axes))
      let law = GrowthLaw(counts: runs.map(count), at: runs, on: Array(axes))
      let growing = ["rows", "tags"].prefix(other + both > 0 ? axes.count : 1)
      if law != .fasterThanLinear(counts: runs.map(count), growing: Array(growing)) {
        Issue.record("seed \(seed): \(runs.map(count)) at \(runs) was found as \(law)")
      }
    }
  }

  /// Scales at which no batches pass for a power: with batches of whatever size, a stretch that is
  /// ten times as long has at most 21 times as many of them, and a square grows by 50 times there
  /// even when as much again grows by the row.
  private func steepScales(_ generator: inout LawGenerator) -> [Int] {
    let first = generator.number(2...9)
    return [first, first * 10, first * 100] + (generator.number(0...1) == 0 ? [] : [first * 1000])
  }
}
