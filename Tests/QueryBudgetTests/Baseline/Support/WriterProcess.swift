import Foundation
import Testing

/// A process that writes baselines.
final class WriterProcess {
  private let process = Process()
  private let output = Pipe()

  /// Starts it; `user` is whom it becomes, and `start` when it begins.
  init(_ arguments: String..., user: uid_t? = nil, start: Date? = nil) throws {
    try process.executableURL = Self.executable()
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["BASELINE_WRITER_USER"] = user.map(String.init)
    environment["BASELINE_WRITER_START"] = start.map { String($0.timeIntervalSince1970) }
    process.environment = environment
    process.standardOutput = output
    try process.run()
  }

  /// Starts it by a shell, with a command before it that changes what it may do.
  init(after command: String, _ arguments: String...) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      try ["-c", command + "; exec \"$@\"", "sh", Self.executable().path] + arguments
    process.standardOutput = output
    try process.run()
  }

  /// Waits until it has said something.
  func waitForLine() {
    _ = output.fileHandleForReading.availableData
  }

  /// Ends it there and then.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for its end, and answers its status and what it said.
  func end() -> (status: Int32, output: String) {
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text.trimmingCharacters(in: .newlines))
  }

  /// The writer lies beside the program that runs the tests.
  private static func executable() throws -> URL {
    #if os(macOS)
      let folders = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    #else
      let folders = [
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
          .deletingLastPathComponent()
      ]
    #endif
    return try #require(
      folders.map { $0.appendingPathComponent("BaselineWriter") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }
}
