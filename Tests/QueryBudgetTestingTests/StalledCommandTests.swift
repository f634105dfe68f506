import Foundation
import TestSupport
import Testing

/// Commands that never come to anything, as those of SwiftPM now and then.
@Suite struct StalledCommandTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func run(_ script: String) async throws -> Command {
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await Command.run(
      ["sh", "-c", script], in: folder, log: folder.appendingPathComponent("log"), patience: 0.5)
  }

  @Test("One that has printed nothing is run again")
  func again() async throws {
    let command = try await run("[ -e seen ] && echo done && exit 3; touch seen; sleep 1000")
    #expect(command.exitCode == 3)
    #expect(command.output == "done\n")
  }

  @Test("One that has begun is ended, with all that it has started, and not run again")
  func ended() async throws {
    let command = try await run("echo begun; sleep 1000; echo ended")
    #expect(command.exitCode == SIGKILL)
    #expect(command.output == "begun\n")
  }
}
