import Foundation
import Testing

@Suite struct PopulateProgressTests {
  private let workspace: Workspace
  private let arguments: [String]

  init() throws {
    workspace = try Workspace()
    arguments = [
      "populate", try workspace.write(PopulateSchema.slow), "--rows", "article=100000", "--output",
      workspace.path("out.sqlite"),
    ]
  }

  @Test("100,000 rows show a bar on a terminal, which is wiped at the end")
  func bar() throws {
    let run = try TerminalRun(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("article  100000  100000\n"))
    let line = /\[\u{1B}\[32m#+\u{1B}\[0m\.*\] (\d+) of 100000 rows, (\d+) a second/
    let bars = run.drawings.compactMap { $0.wholeMatch(of: line) }
    #expect(bars.count >= 2)
    let done = bars.compactMap { Int($0.1) }
    #expect(done == done.sorted() && Set(done).count == done.count)
    #expect(bars.allSatisfy { Int($0.2) ?? 0 > 0 })
    // The cursor is at the start of an empty line, as it was before.
    #expect(run.screen.hasSuffix("\r\u{1B}[K"))
  }

  /// Two tables that refer to each other: the rows of one are written twice.
  static let cycle = """
    CREATE TABLE team(id INTEGER PRIMARY KEY, leadId INTEGER REFERENCES member);
    CREATE TABLE member(id INTEGER PRIMARY KEY, teamId INTEGER NOT NULL REFERENCES team);
    CREATE TRIGGER team_slow AFTER UPDATE ON team BEGIN
      SELECT count(*) FROM (
        WITH RECURSIVE number(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 300)
        SELECT n FROM number);
    END;
    """

  @Test("Rows that are written twice don't go beyond the end of the bar")
  func writtenTwice() throws {
    try workspace.write(Self.cycle)
    let run = try TerminalRun(arguments.map { $0.replacing("article=100000", with: "team=20000") })
    #expect(run.status == 0)
    #expect(run.drawings.contains { $0.contains("] 40000 of 40000 rows") })
  }

  @Test("A bar goes with --format json, and none of it to standard output")
  func json() throws {
    let run = try TerminalRun(arguments + ["--format", "json"])
    #expect(run.drawings.contains { $0.contains(" of 100000 rows") })
    let answer = try JSONDecoder().decode(PopulateAnswer.self, from: Data(run.output.utf8))
    #expect(answer.added == ["article": 100000])
  }

  @Test(
    "A narrow terminal gets what fits on its line, and NO_COLOR no colour", arguments: [50, 30, 6])
  func narrow(_ columns: Int) throws {
    let run = try TerminalRun(
      arguments, columns: UInt16(columns), environment: ["NO_COLOR": "1"])
    #expect(run.status == 0)
    #expect(run.drawings.allSatisfy { $0.count < columns })
    let longest = run.drawings.map(\.count).max() ?? 0
    #expect(longest >= min(columns - 1, 4))
    #expect(run.drawings.contains { $0.contains(" a second") } == (columns == 50))
    #expect(!run.screen.replacing("\u{1B}[K", with: "").contains("\u{1B}"))
  }

  @Test("A short run, a pipe and a terminal that can't go back show none")
  func noBar() throws {
    let short = try TerminalRun(
      arguments.map { $0.replacing("100000", with: "100") })
    #expect(short.status == 0)
    #expect(short.screen == "")
    let dumb = try TerminalRun(arguments + ["--force"], environment: ["TERM": "dumb"])
    #expect(dumb.status == 0)
    #expect(dumb.screen == "")
    let piped = try Tool(arguments + ["--force"])
    #expect(piped.status == 0)
    #expect(piped.errors == "")
  }
}
