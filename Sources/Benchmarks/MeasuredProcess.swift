import Foundation

/// A process that has ended, with what it took.
struct MeasuredProcess {
  let status: Int32
  let elapsed: Duration

  /// The most memory that it held, in bytes; nil where nobody looked.
  private(set) var memory: Double?

  /// Runs a program to its end; what it prints is thrown away.
  ///
  /// With `watchingMemory` it is asked again and again how much memory it holds, which takes time
  /// from it.
  init(
    _ program: String,
    _ arguments: [String],
    in folder: String,
    watchingMemory: Bool = false
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    if watchingMemory {
      while process.isRunning {
        // What it held once is in each later answer, so that only the last moment is missed.
        memory = Self.peak(of: process.processIdentifier) ?? memory
        usleep(500)
      }
    }
    process.waitUntilExit()
    elapsed = ContinuousClock.now - start
    status = process.terminationStatus
  }

  /// <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>
  private static func peak(of process: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let size = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { return nil }
    return Double(size).map { $0 * 1024 }
  }
}
