import Foundation

/// A database file that is there whole at the end, or not at all: it is made beside its place and
/// then renamed.
struct OutputFile {
  /// The path as it was given.
  let path: String

  /// Where it is made.
  let temporary: String

  private let target: URL
  private let replaces: Bool

  /// What SQLite keeps beside a database that is in use.
  private static let companions = ["-journal", "-wal", "-shm"]

  /// Throws where no file can be made, or one is there already and not to be replaced; `source` is
  /// the file that is read.
  init(_ path: String, replaces: Bool, source: String) throws {
    self.path = path
    self.replaces = replaces
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    temporary =
      folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)").path
    guard target != URL(fileURLWithPath: source).resolvingSymlinksInPath() else {
      throw Trouble("\(path) is the file that is read: name another one for --output.")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw Trouble("there is no folder for \(path): make \(folder.path) first.")
    }
    try checkPlace()
  }

  private func checkPlace() throws {
    if let type = try? FileManager.default.attributesOfItem(atPath: target.path)[.type] {
      guard type as? FileAttributeType == .typeRegular else {
        throw Trouble("\(path) is no file: name one for --output.")
      }
      guard replaces else {
        throw Trouble("\(path) is there already: name another file, or replace it with --force.")
      }
    }
    // SQLite would play a journal that is left over into the new database.
    for companion in Self.companions.map({ target.path + $0 })
    where FileManager.default.fileExists(atPath: companion) {
      throw Trouble(
        "\(path) can't be made beside \(companion), which belongs to a database that is in use or "
          + "was not closed: close that one, or name another file.")
    }
  }

  /// Puts the file that was made in its place.
  func publish() throws {
    try checkPlace()
    // A log that is not in the file yet would be lost with its name.
    guard !FileManager.default.fileExists(atPath: temporary + "-wal") else {
      throw Trouble("\(path) could not be closed: leave journal_mode out of the script.")
    }
    do {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: temporary))
      try file.synchronize()
      try file.close()
    } catch {
      throw Trouble("\(path) could not be written to the disk: see that it has room.")
    }
    guard rename(temporary, target.path) == 0 else {
      throw Trouble(
        "\(path) could not be put in its place (\(String(cString: strerror(errno)))): see that its "
          + "folder can be written.")
    }
  }

  /// Removes what was made so far.
  func discard() {
    for companion in [""] + Self.companions { unlink(temporary + companion) }
  }
}
