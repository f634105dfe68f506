import QueryBudget
import Testing

/// Whether a difference is for the worse.
@Suite struct JudgementTests {
  static let list = "SELECT * FROM article"
  static let author = "SELECT * FROM author WHERE id = ?"
  static let authors = "SELECT * FROM author WHERE id IN (?)"
  static let join = "SELECT * FROM article JOIN author ON author.id = article.authorId"

  typealias Runs = [(sql: String, runs: [Int])]

  private func change(_ old: Runs, _ new: Runs) -> BaselineDifference? {
    BaselineDifference(
      from: Baseline(of: QueryGrowth(of: Samples.measurement(old))),
      to: Baseline(of: QueryGrowth(of: Samples.measurement(new))))
  }

  @Test("An N+1 is worse, and its statement comes first")
  func nPlusOne() throws {
    let difference = try #require(
      change(
        [(Self.list, [1, 1, 1])], [(Self.list, [2, 2, 2]), (Self.author, [1, 10, 100])]))
    #expect(difference.judgement == .worse)
    #expect(difference.queries?.description == "1 -> 2 + articles")
    #expect(difference.queries?.increase == 101)
    #expect(difference.statements.map(\.sql) == [Self.author, Self.list])
    #expect(difference.statements.map(\.judgement) == [.worse, .worse])
  }

  @Test("An N+1 that is mended is better, and what took its place is no regression")
  func mended() throws {
    let difference = try #require(
      change(
        [(Self.list, [1, 1, 1]), (Self.author, [1, 10, 100])],
        [(Self.list, [1, 1, 1]), (Self.authors, [1, 1, 1])]))
    #expect(difference.judgement == .better)
    #expect(difference.statements.map(\.judgement) == [.changed, .better])
    #expect(difference.statements.map(\.presence) == [.new, .gone])
  }

  @Test("A growth that is less steep is better, though it costs more at few rows")
  func lessSteep() throws {
    let difference = try #require(
      change([(Self.author, [3, 21, 201])], [(Self.author, [6, 15, 105])]))
    #expect(difference.judgement == .better)
  }

  @Test("As many queries, of which another one grows, is worse")
  func shift() throws {
    let difference = try #require(
      change(
        [(Self.list, [100, 100, 100])],
        [(Self.list, [99, 90, 0]), (Self.author, [1, 10, 100])]))
    #expect(difference.queries == nil)
    #expect(difference.judgement == .worse)
    #expect(difference.statements.first?.sql == Self.author)
  }

  @Test("A growing statement that is written otherwise is a change")
  func rewritten() throws {
    let difference = try #require(
      change(
        [(Self.author, [1, 10, 100])], [("SELECT name FROM author WHERE id = ?", [1, 10, 100])]))
    #expect(difference.queries == nil)
    #expect(difference.judgement == .changed)
  }

  /// A baseline of one statement that runs so often at each scale of these axes.
  private func baseline(_ axes: [Axis], runs: ([String: Int]) -> Int) -> Baseline {
    let runs = Scale.all(of: axes).map { scale in
      let counts = Dictionary(uniqueKeysWithValues: zip(scale.axisNames, scale.axisCounts))
      let tally = StatementTally(
        shape: StatementShape(of: Self.author), sql: Self.author, runs: runs(counts), rows: 1)
      return QueryMeasurement.Run(scale: scale, recording: Recording(tallies: [tally]))
    }
    return Baseline(of: QueryGrowth(of: QueryMeasurement(name: "all", axes: axes, runs: runs)))
  }

  @Test("An axis of another name is compared by its place")
  func renamed() throws {
    let old = baseline([Axis("articles", scales: [1, 10, 100])]) { $0["articles"] ?? 0 }
    let new = baseline([Axis("posts", scales: [1, 10, 100])]) { $0["posts"] ?? 0 }
    let difference = try #require(BaselineDifference(from: old, to: new))
    #expect(difference.judgement == .changed)
    #expect(difference.queries?.description == "articles -> posts")
  }

  @Test("Why growth is accepted is in the baseline, and another reason is a change")
  func accepted() throws {
    let growth = QueryGrowth(of: Samples.measurement([(Self.author, [1, 10, 100])]))
    func accepting(_ reason: String) -> Baseline {
      Baseline(
        of: growth,
        accepting: [.statement(Self.author, atMost: .perRow(1), because: reason)])
    }
    let baseline = accepting("It is cached.")
    #expect(baseline.statements.map(\.accepted) == ["It is cached."])
    let difference = try #require(BaselineDifference(from: baseline, to: accepting("It isn't.")))
    #expect(difference.judgement == .changed)
    #expect(difference.lines.last == "  accepted  It is cached. -> It isn't.")
  }

  @Test("The order in which a test names its axes makes no other baseline")
  func axes() {
    let articles = Axis("articles", scales: [1, 3, 9])
    let tags = Axis("tags", scales: [1, 2, 5])
    func squares(_ axes: [Axis]) -> Baseline {
      baseline(axes) { ($0["articles"] ?? 0) * ($0["tags"] ?? 0) * ($0["tags"] ?? 0) }
    }
    let sorted = squares([articles, tags])
    #expect(sorted == squares([tags, articles]))
    #expect(sorted.queries.hasPrefix("faster than linear (1, 3, 9, 4, 25,"))
  }
}
