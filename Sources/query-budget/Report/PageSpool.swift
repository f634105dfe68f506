import Foundation

/// Parts of the page that wait on disk until all are there and their order is known.
///
/// Memory holds a rank and a place for each.
final class PageSpool {
  private struct Part {
    let rank: ReportRank
    let needsAttention: Bool
    let offset: UInt64
    let length: Int
  }

  private let handle: FileHandle
  private var parts: [Part] = []
  private var end: UInt64 = 0
  private var pending = Data()

  init() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent(".query-budget-report.\(UUID().uuidString).tmp").path
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: path)
    else {
      throw Trouble("\(path) can't be written: let TMPDIR name a folder that can be.")
    }
    self.handle = handle
    // The file lives as long as it is open, however the tool ends.
    unlink(path)
  }

  func add(_ markup: Markup, rank: ReportRank, needsAttention: Bool) throws {
    let bytes = Data(markup.text.utf8)
    parts.append(
      Part(rank: rank, needsAttention: needsAttention, offset: end, length: bytes.count))
    end += UInt64(bytes.count)
    pending.append(bytes)
    if pending.count > 1 << 20 { try flush() }
  }

  /// Calls `body` with every part, the worst first.
  func forEachPart(_ body: (Data, _ needsAttention: Bool) throws -> Void) throws {
    try flush()
    for part in parts.sorted(by: { $0.rank < $1.rank }) {
      try handle.seek(toOffset: part.offset)
      try body(try handle.read(upToCount: part.length) ?? Data(), part.needsAttention)
    }
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: pending)
    } catch {
      throw Trouble("the disk of temporary files is full: let TMPDIR name another folder.")
    }
    pending.removeAll(keepingCapacity: true)
  }
}
