import Foundation
import QueryBudgetSQLite
import TestSupport
import Testing

extension PluginTests {
  /// Nobody else can write to the database while this runs, which takes minutes.
  private static let long = """
    BEGIN EXCLUSIVE;
    CREATE TABLE held (id INTEGER);
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000000000)
    SELECT max(x) FROM n;
    """

  @Test("What interrupts SwiftPM interrupts the tool")
  func interruption() async throws {
    // Built before, so that what is interrupted is no build.
    _ = try await backend.plugin(["--help"])
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("long.sql")
    try Data(Self.long.utf8).write(to: script)
    let database = folder.appendingPathComponent("held.sqlite")

    let package = Process()
    package.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    package.arguments =
      Backend.pluginCommand() + ["record", script.path, "--database", database.path]
    package.currentDirectoryURL = Backend.folder
    package.standardInput = FileHandle.nullDevice
    package.standardOutput = FileHandle.nullDevice
    package.standardError = FileHandle.nullDevice
    try package.runInterruptibly()
    // The table is there for the tool alone: its journal tells.
    let journal = database.path + "-journal"
    try await wait(.seconds(60)) { FileManager.default.fileExists(atPath: journal) }
    #expect(FileManager.default.fileExists(atPath: journal))
    package.interrupt()

    let ours = try RecordingDatabase(.file(database.path))
    var isFree = false
    try await wait(.seconds(20)) {
      isFree = (try? ours.execute("BEGIN IMMEDIATE")) != nil
      return isFree
    }
    #expect(isFree)
    package.waitUntilExit()
  }

  /// Waits until something is so, but no longer than this.
  private func wait(_ time: Duration, until isSo: () throws -> Bool) async throws {
    let end = ContinuousClock.now + time
    while try !isSo(), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
