import Foundation
import Testing

/// The built tool, run as a process whose standard error is a terminal.
struct TerminalRun {
  let status: Int32

  /// What came to standard output, which is a pipe.
  let output: String

  /// Everything that was written to the terminal.
  let screen: String

  /// Runs the tool on a terminal of so many columns.
  init(_ arguments: [String], columns: UInt16 = 80, environment: [String: String] = [:]) throws {
    let terminal = try PseudoTerminal(columns: columns)
    let process = Process()
    process.executableURL = try Tool.executable()
    process.arguments = arguments
    let inherited = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
    process.environment = inherited.merging(["TERM": "xterm"]) { $1 }
      .merging(environment) { $1 }
    let stdout = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stdout
    process.standardError = terminal.end
    try process.run()
    // The terminal ends when the last one who has its end closes it.
    try terminal.end.close()
    screen = terminal.readToEnd()
    output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// What the line showed, one drawing after the other.
  var drawings: [String] {
    screen.components(separatedBy: "\r").filter { !$0.isEmpty }.map {
      $0.replacingOccurrences(of: "\u{1B}[K", with: "")
    }
  }
}

/// <https://man7.org/linux/man-pages/man3/openpty.3.html>
private struct PseudoTerminal {
  /// The process's end.
  let end: FileHandle
  private let ours: Int32

  init(columns: UInt16) throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&ours, &theirs, nil, nil, &size) == 0)
    self.ours = ours
    end = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
  }

  /// Reads until the other end is closed, which Linux says as an error.
  func readToEnd() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ours, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    close(ours)
    return String(decoding: bytes, as: UTF8.self)
  }
}
