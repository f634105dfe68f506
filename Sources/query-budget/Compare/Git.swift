import Foundation

/// Asks git about a repository, and changes nothing of it.
struct Git {
  /// The repository's top folder.
  let top: String

  /// The repository that a folder lies in; the folder itself need not exist.
  init(around folder: String) throws {
    var existing = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
      existing.deleteLastPathComponent()
    }
    let answer = try Self.run(["rev-parse", "--show-toplevel"], in: existing.path)
    guard answer.status == 0 else {
      throw Trouble(
        "\(folder) lies in no git repository: name two folders of baselines to compare instead.")
    }
    top = String(decoding: answer.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A path from the top folder of the repository.
  func pathInRepository(_ path: String) throws -> String {
    let whole = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard whole.hasPrefix(top + "/") else {
      throw Trouble("\(path) lies outside of the repository \(top).")
    }
    return String(whole.dropFirst(top.count + 1))
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws -> String {
    let answer = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    guard answer.status == 0 else {
      throw Trouble(
        "git knows no revision \(revision): fetch it, in CI with a checkout of the whole history "
          + "(fetch-depth: 0).")
    }
    return String(decoding: answer.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The contents of a file in a revision; nil where there is none.
  func blob(_ object: String) throws -> Data? {
    let answer = try run(["cat-file", "blob", object])
    return answer.status == 0 ? answer.output : nil
  }

  /// Runs git in the top folder.
  func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    try Self.run(arguments, in: top)
  }

  private static func run(
    _ arguments: [String],
    in folder: String
  ) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Without it, git would refresh the index by the way.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GIT_OPTIONAL_LOCKS": "0"]) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, bytes)
  }
}
