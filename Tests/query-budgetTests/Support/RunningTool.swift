import Foundation

/// The built tool as a process that is still running.
final class RunningTool {
  private let process = Process()
  private let errorPipe = Pipe()

  init(_ arguments: [String]) throws {
    process.executableURL = try Tool.executable()
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errorPipe
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits until something is so, or the tool has ended; a minute at most.
  func wait(until isSo: () throws -> Bool) rethrows {
    let end = Date(timeIntervalSinceNow: 60)
    while process.isRunning, Date() < end, try !isSo() { usleep(5000) }
  }

  /// Waits for the end: the status, and what was said on standard error.
  func end() -> (status: Int32, errors: String) {
    let errors = errorPipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A tool that a signal has killed has no status of its own.
    let isOwn = process.terminationReason == .exit
    return (isOwn ? process.terminationStatus : -1, String(decoding: errors, as: UTF8.self))
  }
}
