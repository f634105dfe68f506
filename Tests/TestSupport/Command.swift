package import Foundation

/// A command that ran in a process of its own.
package struct Command: Sendable {
  /// The status it ended with, or the signal that ended it.
  package let exitCode: Int32

  /// What it printed to standard output.
  package let output: String

  /// What it printed to standard error.
  package let errors: String

  /// What it printed to standard output, then what it printed to standard error.
  package var printed: String { output + "\n" + errors }

  /// Runs a command, which is looked up in the search path, and waits for its end. What it prints
  /// goes to files beside `log`, so that no full pipe can hold it up.
  ///
  /// SwiftPM now and then waits for ever for a task of its own before it does anything. A command
  /// that has printed nothing for minutes is ended, and run again if it never printed anything.
  package static func run(
    _ words: [String],
    in folder: URL? = nil,
    _ variables: [String: String] = [:],
    log: URL,
    patience: TimeInterval = StallWatch.patience
  ) async throws -> Command {
    for _ in 1..<attempts {
      let command = try await runOnce(words, in: folder, variables, log, patience)
      let isStalled =
        command.exitCode == SIGKILL && command.output.isEmpty && command.errors.isEmpty
      guard isStalled else { return command }
    }
    return try await runOnce(words, in: folder, variables, log, patience)
  }

  private static let attempts = 3

  private static func runOnce(
    _ words: [String],
    in folder: URL?,
    _ variables: [String: String],
    _ log: URL,
    _ patience: TimeInterval
  ) async throws -> Command {
    let logs = ["out", "err"].map { log.appendingPathExtension($0) }
    for url in logs { try Data().write(to: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = inheritedVariables.merging(variables) { _, new in new }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: logs[0])
    process.standardError = try FileHandle(forWritingTo: logs[1])
    var watch: Task<Void, Never>?
    defer { watch?.cancel() }
    let exitCode = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.runInterruptibly()
        watch = StallWatch.start(
          on: process.processIdentifier, printingTo: logs, patience: patience)
      } catch {
        continuation.resume(throwing: error)
      }
    }
    let printed = try logs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Command(exitCode: exitCode, output: printed[0], errors: printed[1])
  }

  /// The environment without what the running test process was told for itself, and without what
  /// would make a command behave otherwise here than elsewhere.
  private static var inheritedVariables: [String: String] {
    let prefixes = [
      "DYLD_", "GIT_", "LLVM_PROFILE_", "QUERY_BUDGET_", "SWIFT_TESTING_", "SWT_", "XCTest",
    ]
    return ProcessInfo.processInfo.environment.filter { variable in
      variable.key != "CI" && !prefixes.contains { variable.key.hasPrefix($0) }
    }
  }
}
