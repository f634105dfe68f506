import QueryBudget
import Testing

/// Which law is chosen where several explain the counts.
@Suite struct GrowthLawPreferenceTests {
  typealias Case = GrowthLawTests.Case

  private func description(_ sample: Case) -> String {
    GrowthLaw(counts: sample.counts, on: Axis("n", scales: sample.scales)).description
  }

  @Test(
    "Fractions that three counts agree on are lines; one per batch is a batch",
    arguments: [
      Case([2, 8, 68], "4/3 + 2*n/3"),
      Case([5, 20, 170], "10/3 + 5*n/3"),
      Case([3, 5, 9], at: [2, 5, 11], "5/3 + 2*n/3"),
      Case([2, 5, 35], "1 + ceil(n/3)"),
      Case([1, 2, 12], "ceil(n/9)"),
      // Down as well.
      Case([99, 93, 33], "299/3 - 2*n/3"),
      Case([40, 37, 7], "41 - ceil(n/3)"),
      // Two counts agree on everything.
      Case([3, 6], at: [2, 4], "3*ceil(n/2)"),
      Case([1, 2], at: [1, 10], "ceil(n/5)"),
      Case([5, 4], at: [1, 10], "6 - ceil(n/5)"),
    ])
  func fractions(sample: Case) {
    #expect(description(sample) == sample.law)
  }

  @Test(
    "What falls follows laws as well",
    arguments: [
      Case([19, 10], at: [1, 10], "20 - n"),
      Case([19, 10, 0], at: [1, 10, 20], "20 - n"),
      Case([9, 9, 0], "10 - ceil(n/10)"),
      Case([10, 9, 0], "10 - floor(n/10)"),
      Case([18, 18, 0], "20 - 2*ceil(n/10)"),
      Case([57, 53, 53], "irregular (57, 53, 53)"),
    ])
  func falling(sample: Case) {
    #expect(description(sample) == sample.law)
  }

  @Test(
    "Of the sizes that explain the counts, the one that people use",
    arguments: [
      Case([1, 1, 2], "ceil(n/50)"),  // 50 to 99
      Case([1, 1, 3], "1 + floor(n/50)"),  // ceil 34 to 49, floor 34 to 50
      Case([1, 1, 4], "ceil(n/25)"),  // 25 to 33
      Case([1, 1, 5], "ceil(n/20)"),  // 20 to 24
      Case([1, 1, 7], "ceil(n/16)"),  // 15 and 16
      Case([1, 1, 3], at: [1, 10, 60], "ceil(n/20)"),  // 20 to 29
      Case([1, 1, 8], "ceil(n/13)"),  // 13 and 14
      Case([1, 1, 1, 2], at: [1, 10, 100, 1000], "ceil(n/500)"),  // 500 to 999
      Case([1, 1, 1, 4], at: [1, 10, 100, 1000], "ceil(n/250)"),  // 250 to 333
      Case([1, 1, 1, 3], at: [1, 10, 100, 1000], "1 + floor(n/500)"),  // ceil 334 to 499
      Case([1, 1, 1, 6], at: [1, 10, 100, 900], "ceil(n/150)"),  // 150 to 179
      Case([1, 1, 1, 4], at: [1, 10, 100, 900], "ceil(n/250)"),  // 225 to 299
      Case([1, 1, 1, 7], at: [1, 10, 100, 1000], "ceil(n/150)"),  // 143 to 166
      Case([1, 1, 1, 8], at: [1, 10, 100, 1000], "ceil(n/128)"),  // 125 to 142
      Case([1, 1, 1, 3], at: [1, 10, 100, 770], "ceil(n/300)"),  // 257 to 384
      Case([1, 1, 18], at: [1, 10, 1000], "ceil(n/56)"),  // 56 to 58
    ])
  func usualSizes(sample: Case) {
    #expect(description(sample) == sample.law)
  }

  @Test(
    "A statement for each batch is likelier than several",
    arguments: [
      // 2*ceil(n/50), for one.
      Case([2, 2, 4], "2 + floor(n/50)"),
      Case([2, 2, 20], "2*ceil(n/10)"),
    ])
  func coefficient(sample: Case) {
    #expect(description(sample) == sample.law)
  }

  @Test("Scales of a million are no slower", .timeLimit(.minutes(1)))
  func largeScales() {
    #expect(
      description(Case([1, 1, 1000], at: [1, 1000, 1_000_000], "")) == "ceil(n/1000)")
    #expect(
      description(Case([1, 300, 700_001], at: [1, 1000, 1_000_000], ""))
        == "faster than linear (1, 300, 700001)")
    let elapsed = ContinuousClock().measure {
      for count in 1...500 {
        _ = description(Case([1, count * 720, count * 720_720], at: [1, 1000, 1_000_000], ""))
      }
    }
    // A search that tried size by size took seconds for each of these.
    #expect(elapsed < .seconds(10))
  }

  @Test(
    "No counts and no scales are too much",
    arguments: [
      ([0, Int.max], [0, Int.max]), ([Int.min, Int.max], [1, 2]),
      ([Int.min, Int.max], [0, Int.max]),
      ([Int.max, Int.min, 0], [Int.min, 0, Int.max]), ([0, 1, Int.max], [1, 2, 3]),
      ([Int.min, Int.min + 1], [Int.min, Int.min + 1]), ([1, 2], [5, 5]), ([3, 2, 1], [1, 1, 1]),
      ([1, 7, Int.max / 4], [1, 10, Int.max / 4]),
      ([1, 2, 3], [Int.max - 2, Int.max - 1, Int.max]),
      ([-5, -3, -4], [1, 10, 100]), ([1], [1]), ([], []), ([1, 2], [10, 1]),
      ([1, Int.max / 4], [Int.max / 5, Int.max / 4]), ([0, 1, 3], [-10, 0, 10]),
    ])
  func extremes(counts: [Int], scales: [Int]) {
    let law = GrowthLaw(counts: counts, on: Axis("n", scales: scales))
    #expect(!law.description.isEmpty)
    _ = (law.rate, law.grows, law.growthPhrase(on: [Axis("n", scales: scales)]))
    let axes = [Axis("n", scales: scales), Axis("m", scales: scales)]
    let runs = Scale.all(of: axes)
    let several = GrowthLaw(
      counts: runs.indices.map { counts[$0 % counts.count] }, at: runs, on: axes)
    _ = (several.rate, several.description, several.growthPhrase(on: axes))
  }
}
