import QueryBudget
import Testing

/// Laws on several axes.
@Suite struct GrowthLawAxesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let law: String
    let axes: [Axis]
    let count: @Sendable ([Int]) -> Int
    var testDescription: String { "\(law) at \(axes.map(\.scales))" }

    init(
      _ law: String, _ scales: [[Int]] = [[1, 10, 100], [1, 10, 100]],
      _ count: @escaping @Sendable ([Int]) -> Int
    ) {
      self.law = law
      axes = zip(["articles", "tags", "comments", "authors"], scales).map { Axis($0, scales: $1) }
      self.count = count
    }

    var measured: GrowthLaw {
      let runs = Scale.all(of: axes)
      return GrowthLaw(counts: runs.map { count($0.axisCounts) }, at: runs, on: axes)
    }
  }

  static let three = [[1, 10, 100], [1, 10, 100], [1, 5, 20]]

  @Test(arguments: [
    Case("3") { _ in 3 },
    Case("2 + articles + tags") { 2 + $0[0] + $0[1] },
    Case("1 + articles*tags") { 1 + $0[0] * $0[1] },
    Case("1 + articles + articles*tags") { 1 + $0[0] + $0[0] * $0[1] },
    Case("1 + 2*articles*tags") { 1 + 2 * $0[0] * $0[1] },
    Case("5 + 3*tags") { 5 + 3 * $0[1] },
    Case("1000 - articles + tags") { 1000 - $0[0] + $0[1] },
    Case("articles*tags") { $0[0] * $0[1] },
    // Along one axis alone nothing changes here: the base of the other is 0.
    Case("articles*tags", [[0, 10, 100], [0, 10, 100]]) { $0[0] * $0[1] },
    Case("4 + articles*tags", [[1, 10, 100], [0, 5, 20]]) { 4 + $0[0] * $0[1] },
    Case("4 + articles*tags", [[0, 10], [0, 5]]) { 4 + $0[0] * $0[1] },
    Case("2*articles*tags/3", [[3, 6, 12], [1, 3, 9]]) { 2 * $0[0] * $0[1] / 3 },
    // The pair's run is in the first batch, and shows nothing.
    Case("1 + ceil(articles/10)*tags") { 1 + ($0[0] + 9) / 10 * $0[1] },
    Case("tags + ceil(articles/10)*tags") { ($0[0] + 9) / 10 * $0[1] + $0[1] },
    // Just as well 1 + tags - comments + ceil(articles/10)*comments, which is not as simple.
    Case("ceil(articles/10)*tags", [[1, 10, 100], [1, 10, 100], [1, 10, 100]]) {
      ($0[0] + 9) / 10 * $0[1]
    },
    Case("articles*tags*comments", three) { $0[0] * $0[1] * $0[2] },
    Case("articles*tags*comments", [[0, 1, 2], [0, 1, 3], [0, 1, 4]]) { $0[0] * $0[1] * $0[2] },
    Case("1 + articles*tags + articles*comments", three) { 1 + $0[0] * ($0[1] + $0[2]) },
    Case("2 + articles + 3*tags + comments + 2*articles*tags*comments", three) {
      2 + $0[0] + 3 * $0[1] + $0[2] + 2 * $0[0] * $0[1] * $0[2]
    },
    Case("1 + ceil(articles/10)*tags*comments", three) { 1 + ($0[0] + 9) / 10 * $0[1] * $0[2] },
    Case("articles*tags*comments", three + [[1, 2, 3]]) { $0[0] * $0[1] * $0[2] },
    Case("1 + articles*tags*comments*authors", three + [[1, 2, 3]]) {
      1 + $0[0] * $0[1] * $0[2] * $0[3]
    },
  ])
  func found(sample: Case) {
    #expect(sample.measured.description == sample.law)
  }

  @Test("What bends upwards along one axis is faster than linear")
  func quadratic() {
    let sample = Case("") { $0[0] * $0[0] + $0[1] }
    guard case .fasterThanLinear(let counts, let growing) = sample.measured else {
      Issue.record("\(sample.measured)")
      return
    }
    #expect(counts == [2, 101, 10001, 11, 101, 110, 10100])
    #expect(growing == ["articles", "tags"])
    #expect(
      sample.measured.growthPhrase(on: sample.axes)
        == "grows faster than the articles: 2, 101, 10001")
  }

  @Test("What is more than a product where both grow is faster than linear")
  func steepTogether() {
    let sample = Case("") { $0[0] + ($0[0] - 1) * ($0[1] - 1) * ($0[1] - 1) }
    #expect(
      sample.measured.description
        == "faster than linear (1, 10, 100, 1, 1, 739, 970399)")
    #expect(
      sample.measured.growthPhrase(on: sample.axes)
        == "grows faster than the articles and tags together: 1, 10, 100, 1, 1, 739, 970399")
  }

  @Test(
    "What is less than a product where both grow is irregular",
    arguments: [
      Case("irregular (2, 11, 101, 11, 101, 101, 500)") { min(1 + $0[0] * $0[1], 500) },
      // One run off by one, of three axes: no product explains it a whole number of times.
      Case("irregular (3, 4, 5, 4, 5, 4, 5, 5, 5, 5, 10)", [[1, 2, 3], [1, 2, 3], [1, 2, 3]]) {
        $0.reduce(0, +) + ($0 == [3, 3, 3] ? 1 : 0)
      },
    ])
  func irregular(sample: Case) {
    #expect(sample.measured.description == sample.law)
    #expect(sample.measured.growingAxes == sample.axes.map(\.name))
  }

  @Test("Which of two products it is, no run shows: no law is better than a guess")
  func undetermined() {
    let sample = Case("", [[1, 10, 100], [1, 10, 100], [1, 10, 100]]) {
      1 + ($0[0] + 9) / 10 * $0[1] + $0[2]
    }
    guard case .irregular(_, let growing) = sample.measured else {
      Issue.record("\(sample.measured)")
      return
    }
    #expect(growing == ["articles", "tags", "comments"])
  }

  @Test("An axis that a scale lacks")
  func missingAxis() {
    let law = GrowthLaw(
      counts: [1, 2], at: [Scale(["a": 1]), Scale(["a": 2])],
      on: [Axis("a", scales: [1, 2]), Axis("b", scales: [1])])
    #expect(law == .irregular(counts: [1, 2], growing: []))
  }

  @Test("One axis is the same either way")
  func oneAxis() {
    let axis = Axis("n", scales: [1, 10, 100])
    let law = GrowthLaw(counts: [2, 2, 11], at: Scale.all(of: [axis]), on: [axis])
    #expect(law == GrowthLaw(counts: [2, 2, 11], on: axis))
  }
}
