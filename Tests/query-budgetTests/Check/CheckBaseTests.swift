import Foundation
import Testing

/// Growth that another revision had already is not reported.
@Suite struct CheckBaseTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
  }

  private func commit(_ sample: SampleBaseline) throws {
    try package.writeBaseline(sample)
    try package.git("init", "-q", "-b", "main")
    try package.git("add", ".")
    try package.git("commit", "-q", "-m", "Agree")
  }

  private func growing(_ runs: String, _ sql: String = "SELECT * FROM author WHERE id = ?")
    -> SampleBaseline
  {
    var sample = SampleBaseline.growing
    sample.statements[1].runs = runs
    sample.statements[1].sql = sql
    return sample
  }

  @Test("What grew already may grow as it did, or less, but not more")
  func known() throws {
    try commit(growing("2*articles"))
    #expect(try package.run(["check", "--base", "main"]).status == 0)
    #expect(try package.run(["check"]).status == 1)
    try package.writeBaseline(growing("articles"))
    #expect(try package.run(["check", "--base", "main"]).status == 0)
    try package.writeBaseline(growing("3*articles"))
    #expect(try package.run(["check", "--base", "main"]).status == 1)
  }

  @Test("What grows in the place of another statement is no news unless it grows otherwise")
  func replaced() throws {
    try commit(growing("articles"))
    try package.writeBaseline(growing("articles", "SELECT name FROM author WHERE id = ?"))
    #expect(try package.run(["check", "--base", "main"]).status == 0)
    try package.writeBaseline(growing("2*articles", "SELECT name FROM author WHERE id = ?"))
    #expect(try package.run(["check", "--base", "main"]).status == 1)
  }

  @Test("New growth, a new baseline, and one that was broken before are reported")
  func new() throws {
    try commit(SampleBaseline())
    try package.writeBaseline(.growing)
    #expect(try package.run(["check", "--base", "main"]).status == 1)
    try package.writeBaseline()
    try package.writeTests(["listOfArticles", "second"])
    try package.writeBaseline(.growing, to: "Baselines/AppTests/ArticleTests/second.json")
    #expect(try package.run(["check", "--base", "main"]).status == 1)
    try package.write("{", to: "Baselines/AppTests/ArticleTests/second.json")
    try package.git("add", ".")
    try package.git("commit", "-q", "-m", "Break")
    try package.writeBaseline(.growing, to: "Baselines/AppTests/ArticleTests/second.json")
    #expect(try package.run(["check", "--base", "main"]).status == 1)
  }

  @Test("What the base mended after the branch left it is not the branch's doing")
  func mendedMeanwhile() throws {
    try commit(growing("articles"))
    try package.git("checkout", "-q", "-b", "branch")
    try package.git("checkout", "-q", "main")
    try package.writeBaseline()
    try package.git("commit", "-q", "-a", "-m", "Mend")
    try package.git("checkout", "-q", "branch")
    #expect(try package.run(["check", "--base", "main"]).status == 0)
    #expect(try package.run(["check", "--base", "main", "--no-merge-base"]).status == 1)
  }

  @Test("An unknown revision is trouble")
  func unknownRevision() throws {
    try commit(SampleBaseline())
    let run = try package.run(["check", "--base", "nowhere"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("query-budget: git knows no revision nowhere: "))
  }
}
