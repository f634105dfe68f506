import Foundation
import Testing

/// A git repository with a package in a folder of its own, removed with it.
final class DiffRepository {
  let top: URL

  /// The folder of the package.
  let package: URL

  /// An empty repository; its package lies in `folder`.
  init(package folder: String = "", branch: String = "main") throws {
    top = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    package = folder.isEmpty ? top : top.appendingPathComponent(folder)
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try git("init", "-q", "-b", branch)
  }

  deinit {
    try? FileManager.default.removeItem(at: top)
  }

  // MARK: Files of the package

  func url(_ path: String) -> URL { package.appendingPathComponent(path) }

  func write(_ contents: String, to path: String) throws {
    try write(Data(contents.utf8), to: path)
  }

  func write(_ contents: Data, to path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: url(path))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  /// Writes the baseline of a test of `AppTests/ArticleTests`.
  func record(_ baseline: DiffBaseline, _ test: String = "list", in folder: String = "Baselines")
    throws
  {
    try write(baseline.json, to: "\(folder)/AppTests/ArticleTests/\(test).json")
  }

  // MARK: Processes

  /// Settings and identity are the test's own, whatever the machine has.
  private static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "LC_ALL": "C",
  ]

  /// Runs git in the top folder.
  func run(_ arguments: [String]) throws -> DiffRun {
    try DiffRun(
      URL(fileURLWithPath: "/usr/bin/env"), ["git"] + arguments, in: top,
      environment: Self.environment)
  }

  /// Runs git in the top folder, and expects it to work.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let run = try run(arguments)
    try #require(run.status == 0, "git \(arguments.joined(separator: " ")): \(run.errors)")
    return run.output.trimmingCharacters(in: .newlines)
  }

  /// Commits everything.
  @discardableResult
  func commit(_ message: String = "Baselines") throws -> String {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  /// Runs `query-budget diff` in the folder of the package, or in another.
  func diff(
    _ arguments: String...,
    in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> DiffRun {
    try DiffRun(
      Tool.executable(), ["diff"] + arguments, in: folder ?? package,
      environment: Self.environment.merging(environment) { $1 })
  }
}

/// A process that has ended.
struct DiffRun {
  let status: Int32
  let output: String
  let errors: String

  init(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("GIT_") && !$0.key.hasPrefix("QUERY_BUDGET")
    }
    process.environment = inherited.merging(environment) { $1 }
    let (stdout, stderr) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
