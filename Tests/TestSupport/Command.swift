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
  package static func run(
    _ words: [String],
    in folder: URL? = nil,
    _ variables: [String: String] = [:],
    log: URL
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
    let exitCode = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.runInterruptibly()
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
