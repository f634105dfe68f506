import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A running `NewsroomServer serve` on a free port and files of its own.
struct ServerProcess {
  let process: Process
  /// Where it serves.
  let url: URL
  /// Where its database, its mail and what it prints are.
  let folder: URL

  /// What commands of the server that work on the same files are told.
  static func variables(_ folder: URL) -> [String: String] {
    let path = folder.path(percentEncoded: false)
    return [
      "NEWSROOM_DATABASE": "\(path)/newsroom.sqlite", "NEWSROOM_MAIL_SPOOL": "\(path)/mail",
      "NEWSROOM_PORT": "0", "NEWSROOM_HEALTH_TIMEOUT": "30",
    ]
  }

  /// The built program.
  static func program() throws -> URL { try #require(Checkout.program("NewsroomServer")) }

  /// Runs a command of the server to its end.
  static func run(
    _ words: [String],
    in folder: URL,
    _ more: [String: String] = [:]
  ) async throws -> Command {
    try await Command.run(
      [try program().path] + words, variables(folder).merging(more) { _, new in new },
      log: folder.appending(path: "command"))
  }

  /// Starts a server and waits until it takes requests.
  static func start(in folder: URL, _ more: [String: String] = [:]) async throws -> ServerProcess {
    let process = Process()
    process.executableURL = try program()
    process.arguments = ["serve"]
    let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    process.environment = [path, variables(folder), more].reduce(into: [:]) { all, some in
      all.merge(some) { _, new in new }
    }
    process.standardInput = FileHandle.nullDevice
    for (name, keyPath) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
      let log = folder.appending(path: "serve.\(name)")
      try Data().write(to: log)
      process[keyPath: keyPath] = try FileHandle(forWritingTo: log)
    }
    try process.runInterruptibly()
    let log = folder.appending(path: "serve.out")
    for _ in 0..<6000 where process.isRunning {
      let printed = try String(contentsOf: log, encoding: .utf8)
      if let match = printed.firstMatch(of: /serves on (http:\S+) for/),
        let url = URL(string: String(match.1))
      {
        return ServerProcess(process: process, url: url, folder: folder)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    process.terminate()
    throw NotServing(
      errors: try String(contentsOf: folder.appending(path: "serve.err"), encoding: .utf8))
  }

  struct NotServing: Error {
    let errors: String
  }

  /// What it printed so far.
  var output: String {
    get throws { try String(contentsOf: folder.appending(path: "serve.out"), encoding: .utf8) }
  }

  /// Sends a request; answers its status and its body.
  func send(
    _ method: String = "GET",
    _ path: String,
    headers: [String: String] = [:],
    body: String? = nil
  ) async throws -> (status: Int, text: String) {
    var request = URLRequest(url: url.appending(path: path))
    request.httpMethod = method
    request.httpBody = body.map { Data($0.utf8) }
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// Waits for its end, killing it after five minutes; answers its exit code.
  func end() async throws -> Int32 {
    for _ in 0..<6000 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
