import QueryBudget
import Testing

@testable import query_budget

@Suite struct ReportEntryTests {
  private func entry(
    _ agreed: ReportedMeasurement?,
    since base: ReportEntry.Base = .none,
    result: ReportedResult? = nil,
    path: String = "A/S/list.json"
  ) throws -> ReportEntry {
    try #require(
      try ReportEntry(path: path, agreed: agreed?.baseline, base: base, result: result?.result))
  }

  @Test("A baseline by itself is growing, accepted or neither")
  func alone() throws {
    #expect(try entry(ReportedMeasurement()).marks == [])
    #expect(try entry(.growing).marks == [.growing])
    let accepted = ReportedMeasurement(
      queries: "articles",
      [ReportedMeasurement.Statement("SELECT ?", runs: "articles", accepted: "A cache.")])
    #expect(try entry(accepted).marks == [.accepted])
    #expect(try entry(.growing).change == nil)
  }

  @Test("Since a revision it is worse, better, changed, new, gone or nothing")
  func sinceRevision() throws {
    let constant = ReportedMeasurement()
    let base = try ReportEntry.Base.revision(constant.baseline)
    #expect(try entry(constant, since: base).marks == [])
    #expect(try entry(.growing, since: base).marks == [.worse, .growing])
    let growing = try ReportEntry.Base.revision(ReportedMeasurement.growing.baseline)
    #expect(try entry(constant, since: growing).marks == [.better])
    #expect(try entry(ReportedMeasurement("GET /a"), since: base).marks == [.changed])
    #expect(try entry(constant, since: .revision(nil)).marks == [.new])
    #expect(try entry(.growing, since: .revision(nil)).marks == [.worse, .growing, .new])
    #expect(try entry(nil, since: growing).marks == [.gone])
  }

  @Test("Without a revision, what a run measured is compared with what was agreed")
  func results() throws {
    let constant = ReportedMeasurement()
    let worse = ReportedResult(
      .growing, agreed: constant, baseline: "A/S/list.json", outcome: "exceeded",
      failure: "Too many")
    let entry = try entry(constant, result: worse)
    #expect(entry.marks == [.worse, .failed, .growing])
    #expect(entry.before == (try constant.baseline))
    #expect(entry.baseline == (try ReportedMeasurement.growing.baseline))
    #expect(entry.countsBefore?.largest == 3)
    let same = ReportedResult(constant, agreed: constant, baseline: "A/S/list.json")
    #expect(try self.entry(constant, result: same).marks == [])
  }

  @Test("A run that has no baseline yet is new; one that keeps none is compared with nothing")
  func withoutBaseline() throws {
    let missing = ReportedResult(
      ReportedMeasurement(), baseline: "A/S/list.json", outcome: "missing", failure: "None")
    #expect(try entry(nil, result: missing).marks == [.failed, .new])
    let unkept = ReportedResult(ReportedMeasurement())
    #expect(try entry(nil, result: unkept).marks == [])
    #expect(ReportEntry(path: "x", agreed: nil, base: .revision(nil), result: nil) == nil)
  }

  @Test("With a revision, what a run measured is compared with that")
  func resultsSinceRevision() throws {
    let result = ReportedResult(
      .growing, agreed: .growing, baseline: "A/S/list.json")
    let base = try ReportEntry.Base.revision(ReportedMeasurement().baseline)
    #expect(try entry(.growing, since: base, result: result).marks == [.worse, .growing])
  }

  @Test("The counts of a run are its own, those of a baseline what its law comes to")
  func counts() throws {
    #expect(try entry(.growing).counts.points.map(\.queries) == [4, 13, 103])
    var result = ReportedResult(.growing, baseline: "A/S/list.json")
    result.runs = [1, 10].map { .init(queries: $0 * 5, scale: ["articles": $0]) }
    #expect(try entry(nil, result: result).counts.points.map(\.queries) == [5, 50])
    let unknown = ReportedResult(ReportedMeasurement(queries: "some"))
    #expect(try entry(nil, result: unknown).counts.points == [])
  }

  @Test("Anchors are plain, and no two paths share one")
  func anchors() throws {
    #expect(try entry(ReportedMeasurement()).anchor == "A/S/list.json")
    let odd = ["a b", "a:20b", "a=b", "a\"b", "é"].map { path in
      try? entry(ReportedMeasurement(), path: path).anchor
    }
    #expect(odd == ["a:20b", "a:3a20b", "a:3db", "a:22b", ":c3:a9"])
  }

  @Test("The worst come first: worse, failed, growing, changed, new, gone, better, the rest")
  func order() throws {
    let constant = ReportedMeasurement()
    let (agreed, grown) = try (constant.baseline, ReportedMeasurement.growing.baseline)
    let steep = ReportedMeasurement(queries: "9*articles")
    let entries = try [
      entry(constant), entry(constant, since: .revision(grown)),
      entry(nil, since: .revision(agreed)), entry(constant, since: .revision(nil)),
      entry(ReportedMeasurement("GET /a"), since: .revision(agreed)), entry(.growing),
      entry(nil, result: ReportedResult(constant, outcome: "inconclusive", failure: "Nothing ran")),
      entry(.growing, since: .revision(agreed)), entry(steep, since: .revision(agreed)),
    ]
    let sorted = entries.enumerated().sorted { left, right in
      ReportRank(left.element, marks: left.element.marks)
        < ReportRank(right.element, marks: right.element.marks)
    }
    #expect(sorted.map(\.offset) == Array((0...8).reversed()))
  }

  @Test("Of the same rank they come by path")
  func path() throws {
    let ranks = try ["b", "a"].map { path in
      let entry = try entry(ReportedMeasurement(), path: path)
      return ReportRank(entry, marks: entry.marks)
    }
    #expect(ranks[1] < ranks[0])
    #expect(!(ranks[0] < ranks[1]))
  }
}
