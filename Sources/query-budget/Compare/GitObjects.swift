import Foundation
import QueryBudgetSQLite

/// Contents of a repository, all of them read through one process, one call after the other.
struct GitObjects: Sendable {
  private let reader: Locked<GitObjectReader>

  init(_ git: Git) {
    reader = Locked(GitObjectReader(git))
  }

  /// The blobs with these names, in their order; nil for one that isn't there or is no blob.
  func blobs(_ ids: [String]) throws -> [Data?] {
    try reader.withLock { reader throws in try reader.blobs(ids) }
  }
}

/// The process.
///
/// <https://git-scm.com/docs/git-cat-file#_batch_output>
private final class GitObjectReader {
  private let git: Git
  private var process: Process?
  private let requests = Pipe()
  private let answers = Pipe()
  private var buffer = Data()

  init(_ git: Git) {
    self.git = git
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    process?.waitUntilExit()
  }

  /// So many names fit into the smallest pipe, so that writing them waits for nobody.
  static let mostAtOnce = 64

  func blobs(_ ids: [String]) throws -> [Data?] {
    var blobs: [Data?] = []
    for start in stride(from: 0, to: ids.count, by: Self.mostAtOnce) {
      let some = ids[start..<min(start + Self.mostAtOnce, ids.count)]
      try ask(some.map { $0 + "\n" }.joined())
      for _ in some { blobs.append(try answer()) }
    }
    return blobs
  }

  private func ask(_ text: String) throws {
    if process == nil {
      let process = GitProcess.prepared(["cat-file", "--batch"], in: git.top)
      process.standardInput = requests
      process.standardOutput = answers
      process.standardError = FileHandle.nullDevice
      try process.run()
      self.process = process
    }
    try requests.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// `<id> blob <size>`, the bytes and a newline; or a line that says that there is none.
  private func answer() throws -> Data? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let words = String(decoding: buffer[..<end], as: UTF8.self).split(separator: " ")
        buffer = buffer[(end + 1)...]
        guard words.count == 3, let size = Int(words[2]) else { return nil }
        let bytes = try take(size)
        _ = try take(1)
        return words[1] == "blob" ? bytes : nil
      }
      try fill()
    }
  }

  private func take(_ count: Int) throws -> Data {
    while buffer.count < count { try fill() }
    defer { buffer = buffer.dropFirst(count) }
    return Data(buffer.prefix(count))
  }

  private func fill() throws {
    // What was read is let go of here, not at each answer.
    buffer = Data(buffer)
    let more = answers.fileHandleForReading.availableData
    guard !more.isEmpty else {
      throw Trouble("git cat-file ended early: see what git fsck says of \(git.top).")
    }
    buffer.append(more)
  }
}
