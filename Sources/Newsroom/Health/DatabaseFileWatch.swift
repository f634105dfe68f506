import Foundation

/// Notices what SQLite does not: that its file was deleted or replaced, which a process that has it
/// open can go on writing to until it ends, and that the disk is about to be full.
struct DatabaseFileWatch: Sendable {
  private let path: String
  private let number: Int?

  /// Starts to watch a file that was opened; what is no file's path has nothing to watch.
  init(path: String) {
    self.path = path
    number = Self.number(path)
  }

  /// - Throws: ``DatabaseFileError``.
  func check(freeSpace: Int) throws(DatabaseFileError) {
    guard let number else { return }
    guard Self.number(path) == number else { throw .gone(path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    guard free >= freeSpace else { throw .diskFull(free: free) }
  }

  /// What the file system knows the file by.
  private static func number(_ path: String) -> Int? {
    let file = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return (attributes?[.systemFileNumber] as? NSNumber)?.intValue
  }
}

/// What happened to the file of a database.
enum DatabaseFileError: Error, Equatable, CustomStringConvertible {
  case gone(String)
  case diskFull(free: Int)

  var description: String {
    switch self {
    case .gone(let path):
      "The database file was deleted or replaced; restore '\(path)' and start the server again."
    case .diskFull(let free):
      "The disk of the database has \(free) bytes left; make room on it."
    }
  }
}
