import Foundation
import QueryBudgetSQLite

/// Git as a process that reads a repository and changes nothing of it.
enum GitProcess {
  struct Answer {
    let status: Int32
    let output: Data
    let errors: String

    /// The output without the newline at its end.
    var line: String {
      String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  /// A process that is yet to be run in a folder.
  ///
  /// <https://git-scm.com/docs/git#_environment_variables>
  static func prepared(_ arguments: [String], in folder: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    // What git tells its hooks is meant for the folder in which they run, not for ours.
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"] {
      environment[name] = nil
    }
    // Without it, git would refresh the index by the way.
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    // A folder may be called `*`, or `:(top)`.
    environment["GIT_LITERAL_PATHSPECS"] = "1"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs git to its end.
  static func run(_ arguments: [String], in folder: String) throws -> Answer {
    let process = prepared(arguments, in: folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Read aside: what fills one pipe would wait for the other to be read.
    let said = Said(errors.fileHandleForReading)
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let text = said.text()
    process.waitUntilExit()
    // The status of `env` where there is no git.
    if process.terminationStatus == 127 {
      throw Trouble(
        "git is not installed: install it, or name two folders of baselines to compare.")
    }
    return Answer(status: process.terminationStatus, output: bytes, errors: text)
  }
}

/// What a process says on standard error, read on a thread of its own.
private final class Said: Sendable {
  private let bytes = Locked(Data())
  private let end = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [bytes, end] in
      let all = handle.readDataToEndOfFile()
      bytes.withLock { $0 = all }
      end.signal()
    }
  }

  func text() -> String {
    end.wait()
    return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
