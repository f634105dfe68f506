import QueryBudget
import Testing

/// How many there are of each axis in a run, and which runs a measurement has.
@Suite struct ScaleTests {
  @Test("An axis reads as a property, or as a subscript where it is no identifier")
  func lookup() throws {
    let counts = Scale(["articles": 10, "article tags": 5])
    #expect(try counts.articles == 10)
    #expect(try counts["articles"] == 10)
    #expect(try counts["article tags"] == 5)
    #expect(counts.description == "articles 10, article tags 5")
  }

  @Test(
    "An axis that isn't one is an error that names those that are",
    arguments: [
      (Scale([:]), "No axis artcles: this measurement grows nothing."),
      (Scale(["articles": 1]), "No axis artcles: this measurement grows articles."),
      (
        Scale(["articles": 1, "tags": 1]),
        "No axis artcles: this measurement grows articles and tags."
      ),
      (
        Scale(["articles": 1, "tags": 1, "authors": 1]),
        "No axis artcles: this measurement grows articles, tags and authors."
      ),
    ])
  func unknownAxis(counts: Scale, message: String) {
    let dynamic = #expect(throws: UnknownAxis.self) { try counts.artcles }
    #expect(dynamic?.description == message)
    let named = #expect(throws: UnknownAxis.self) { try counts["artcles"] }
    #expect(named?.description == message)
  }

  @Test("One axis: its scales")
  func oneAxis() {
    let runs = Scale.all(of: [Axis("a", scales: [1, 10, 100])])
    #expect(runs.map(\.description) == ["a 1", "a 10", "a 100"])
    #expect(Scale.all(of: [Axis("a", scales: [7])]) == [Scale(["a": 7])])
  }

  @Test("Two axes: the base, each alone, the pair, and the last of both")
  func twoAxes() {
    let runs = Scale.all(of: [Axis("a", scales: [1, 10, 100]), Axis("b", scales: [0, 5, 7])])
    #expect(
      runs.map(\.description) == [
        "a 1, b 0", "a 10, b 0", "a 100, b 0", "a 1, b 5", "a 1, b 7", "a 10, b 5", "a 100, b 7",
      ])
  }

  @Test("Three axes: a run for each pair as well")
  func threeAxes() {
    let axes = ["a", "b", "c"].map { Axis($0, scales: [1, 2, 4]) }
    let runs = Scale.all(of: axes)
    #expect(runs.count == 11)
    #expect(
      runs[7...].map(\.axisCounts) == [[2, 2, 1], [2, 1, 2], [1, 2, 2], [4, 4, 4]])
  }

  @Test("No run twice: with two scales the pair is the last of both")
  func noDuplicates() {
    let runs = Scale.all(of: [Axis("a", scales: [1, 10]), Axis("b", scales: [1, 5])])
    #expect(runs.map(\.axisCounts) == [[1, 1], [10, 1], [1, 5], [10, 5]])
    let still = Scale.all(of: [Axis("a", scales: [1, 10]), Axis("b", scales: [3])])
    #expect(still.map(\.axisCounts) == [[1, 3], [10, 3]])
  }

  @Test("As many runs as the formula says", arguments: 2...6)
  func numberOfRuns(axes: Int) {
    for scales in 3...5 {
      let runs = Scale.all(
        of: (0..<axes).map { Axis("axis\($0)", scales: Array(1...scales)) })
      #expect(runs.count == 1 + axes * (scales - 1) + axes * (axes - 1) / 2 + 1)
      #expect(Set(runs).count == runs.count)
    }
  }

  @Test("No axis, or one without a scale, has no run")
  func nothing() {
    #expect(Scale.all(of: []).isEmpty)
    #expect(Scale.all(of: [Axis("a", scales: [1, 2]), Axis("b", scales: [])]).isEmpty)
  }
}
