import Foundation
import TestSupport
import Testing

/// The built tool, run as a process.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the tool with these words.
  init(_ arguments: String..., input: String = "") throws {
    try self.init(arguments, input: input)
  }

  /// Runs the tool with these words; `input` is its standard input.
  init(_ arguments: [String], input: String = "") throws {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // Written from aside: a long input would fill the pipe before the output is read.
    let writer = Thread {
      stdin.fileHandleForWriting.write(Data(input.utf8))
      try? stdin.fileHandleForWriting.close()
    }
    writer.start()
    output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// The tool lies beside the program that runs the tests.
  static func executable() throws -> URL {
    try #require(Checkout.tool)
  }
}

/// A script in a file of its own.
struct Script {
  let path: String

  init(_ sql: String) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString).sql")
    try Data(sql.utf8).write(to: url)
    path = url.path
  }
}
