import Foundation
import TestSupport
import Testing

@Suite("The walk through all of Newsroom")
struct WalkTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "walk.sh")

  @Test
  func endsWithoutASurprise() async throws {
    try await TemporaryFolder.run { folder in
      let run = try await Command.run(
        ["sh", Self.script.path],
        [
          "NEWSROOM_SERVER": try ServerProcess.program().path, "NEWSROOM_HEALTH_TIMEOUT": "30",
          "TMPDIR": folder.path,
        ],
        log: folder.appending(path: "walk"))
      #expect(run.exitCode == 0)
      #expect(run.output.hasSuffix("\ndone\n"), "\(run.printed)")
      #expect(run.errors.isEmpty)
    }
  }

  /// It has to notice something, or its end says nothing.
  @Test
  func endsAtASurprise() async throws {
    try await TemporaryFolder.run { folder in
      let script = try String(contentsOf: Self.script, encoding: .utf8)
      let other = folder.appending(path: "walk.sh")
      try Data(script.replacing("expect 404 'no article 999'", with: "expect 200 ''").utf8)
        .write(to: other)
      let run = try await Command.run(
        ["sh", other.path],
        [
          "NEWSROOM_SERVER": try ServerProcess.program().path, "NEWSROOM_HEALTH_TIMEOUT": "30",
          "TMPDIR": folder.path,
        ],
        log: folder.appending(path: "walk"))
      #expect(run.exitCode == 1)
      #expect(run.errors.hasPrefix("surprise: 404 instead of 200 from: "))
      #expect(!run.output.contains("done"))
    }
  }

  @Test
  func standsInTheDocumentation() throws {
    let article = Checkout.folder.appending(path: "Sources/Newsroom/Newsroom.docc/Walk.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let script = try String(contentsOf: Self.script, encoding: .utf8)
    #expect(text.contains("```sh\n\(script)```\n"))
  }
}
