import Foundation

/// A run of `swift` in a process of its own.
struct SwiftCommand {
  let exitCode: Int32

  /// What it printed to standard output, then what it printed to standard error.
  let output: String

  /// Runs `swift` and waits for its end. What it prints goes to files beside `log`, so that no full
  /// pipe can hold it up.
  static func run(
    _ arguments: [String],
    _ variables: [String: String],
    log: URL
  ) async throws -> SwiftCommand {
    let logs = ["out", "err"].map { log.appendingPathExtension($0) }
    for url in logs { try Data().write(to: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift"] + arguments
    process.environment = inheritedVariables.merging(variables) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: logs[0])
    process.standardError = try FileHandle(forWritingTo: logs[1])
    let exitCode = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    let output = try logs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return SwiftCommand(exitCode: exitCode, output: output.joined(separator: "\n"))
  }

  /// The environment without what the running test process was told for itself.
  private static var inheritedVariables: [String: String] {
    ProcessInfo.processInfo.environment.filter { variable in
      !["DYLD_", "LLVM_PROFILE_", "QUERY_BUDGET_", "SWIFT_TESTING_", "SWT_", "XCTest"].contains {
        variable.key.hasPrefix($0)
      }
    }
  }
}
