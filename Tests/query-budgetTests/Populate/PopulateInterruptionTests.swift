import Foundation
import QueryBudgetSQLite
import Testing

@Suite struct PopulateInterruptionTests {
  private static let stopped =
    "query-budget: stopped before the rows were there: no file is other than it was.\n"

  @Test("Ctrl-C and its like leave nothing of a new file", arguments: [SIGINT, SIGTERM, SIGHUP])
  func newFile(_ signal: Int32) throws {
    let workspace = try Workspace()
    let schema = try workspace.write(PopulateSchema.slow)
    let tool = try RunningTool([
      "populate", schema, "--rows", "article=3000000", "--output", workspace.path("new.sqlite"),
    ])
    try tool.wait { try workspace.files.count > 1 }
    #expect(try workspace.files.count == 2)
    tool.send(signal)
    let end = tool.end()
    #expect(end.status == 2)
    #expect(end.errors == Self.stopped)
    #expect(try workspace.files == ["schema.sql"])
  }

  @Test("Ctrl-C leaves a database that is filled in place as it was")
  func inPlace() throws {
    let workspace = try Workspace()
    try workspace.makeDatabase(PopulateSchema.slow + "INSERT INTO article(title) VALUES ('Ours');")
    let before = try workspace.bytes(of: "existing.sqlite")
    let tool = try RunningTool([
      "populate", workspace.path("existing.sqlite"), "--rows", "article=3000000",
    ])
    // Until it writes to the file itself.
    try tool.wait { try workspace.bytes(of: "existing.sqlite").count > before.count }
    tool.send(SIGINT)
    let end = tool.end()
    #expect(end.status == 2)
    #expect(end.errors == Self.stopped)
    #expect(try workspace.bytes(of: "existing.sqlite") == before)
    #expect(try workspace.files == ["existing.sqlite"])
  }

  @Test("Ctrl-C ends a script that would go on for ever")
  func script() throws {
    let workspace = try Workspace()
    let schema = try workspace.write(
      "WITH RECURSIVE number(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number) "
        + "SELECT n FROM number")
    let tool = try RunningTool([
      "populate", schema, "--rows", "1", "--output", workspace.path("new.sqlite"),
    ])
    try tool.wait { try workspace.files.count > 1 }
    usleep(100_000)
    tool.send(SIGINT)
    let end = tool.end()
    #expect(end.status == 2)
    #expect(end.errors == Self.stopped)
    #expect(try workspace.files == ["schema.sql"])
  }

  @Test("A database that is locked is waited for 5 seconds, and then left alone")
  func locked() throws {
    let workspace = try Workspace()
    try workspace.makeDatabase(PopulateSchema.articles)
    let existing = workspace.path("existing.sqlite")
    let other = try workspace.database("existing.sqlite")
    try other.execute("BEGIN EXCLUSIVE")
    let start = ContinuousClock.now
    let tools = [
      try RunningTool(["populate", existing, "--rows", "1"]),
      try RunningTool([
        "populate", existing, "--rows", "1", "--output", workspace.path("copy.sqlite"),
      ]),
    ]
    for tool in tools {
      let end = tool.end()
      #expect(end.status == 2)
      #expect(
        end.errors
          == "query-budget: \(existing) is locked by another process, and was so for 5 seconds: "
          + "end what uses it first.\n")
    }
    #expect(.now - start >= .seconds(4))
    try other.execute("ROLLBACK")
    #expect(try workspace.counts("existing.sqlite") == [:])
    #expect(try workspace.files == ["existing.sqlite"])
  }

  @Test("A lock that goes in time is waited for")
  func lockedForAWhile() throws {
    let workspace = try Workspace()
    try workspace.makeDatabase(PopulateSchema.articles)
    let other = try workspace.database("existing.sqlite")
    try other.execute("BEGIN EXCLUSIVE")
    let tool = try RunningTool(["populate", workspace.path("existing.sqlite"), "--rows", "2"])
    usleep(500_000)
    #expect(tool.isRunning)
    try other.execute("ROLLBACK")
    #expect(tool.end().status == 0)
    #expect(try workspace.counts("existing.sqlite")["article"] == 2)
  }
}
