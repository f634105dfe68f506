import Foundation
import TestSupport
import Testing

/// The tool by way of `swift package query-budget`, in a package that depends on QueryBudget.
@Suite(.serialized) struct PluginTests {
  let backend: Backend

  /// After the play, since SwiftPM does one thing at a time in a package.
  init() async throws { backend = try await Play.played.value.backend }

  static let words: [[String]] = [
    [], ["--help"], ["--verbose"],
    // The tool names every word that it has no use for.
    ["record", "-", "", "a b", "it's \"so\" $HOME \\ *", "--", "--help", "--package-path", "x"],
  ]

  @Test("Every word comes to the tool as it is", arguments: words)
  func word(_ words: [String]) async throws {
    let plugin = try await backend.plugin(words)
    let tool = try await backend.tool(words)
    #expect(plugin.output == tool.output + tool.errors)
    #expect(!plugin.output.isEmpty)
  }

  @Test("A status that isn't 0 is said, and is 1 for SwiftPM")
  func status() async throws {
    let fine = try await backend.plugin(["--help"])
    #expect(fine.exitCode == 0)
    #expect(!fine.errors.contains("error:"))

    let trouble = try await backend.plugin(["record", "nothing.sql"])
    #expect(trouble.exitCode == 1)
    #expect(trouble.errors.contains("error: query-budget ended with status 2."))
  }

  @Test("The tool runs where the user stands, if that is in the package")
  func folder() async throws {
    let tests = Backend.folder.appendingPathComponent("Tests")
    let script = tests.appendingPathComponent("here.sql")
    try Data("SELECT 'here'".utf8).write(to: script)
    defer { try? FileManager.default.removeItem(at: script) }

    let inside = try await backend.plugin(["record", "here.sql"], in: tests)
    #expect(inside.output.contains("SELECT ?"))
    let outside = try await backend.plugin(
      ["record", "Tests/here.sql"], in: Checkout.folder,
      options: ["--package-path", Backend.folder.path])
    #expect(outside.output.contains("SELECT ?"))
  }
}
