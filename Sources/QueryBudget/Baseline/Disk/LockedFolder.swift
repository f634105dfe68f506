import Foundation

/// A folder in which nobody else writes baselines as long as this value lives.
///
/// The lock is on the folder itself, so that no lock file is left lying about, and it goes with the
/// process that holds it, however that ends.
struct LockedFolder: ~Copyable {
  let path: String

  /// Whether the file system knows such locks; some of a network don't.
  let isLocked: Bool

  private let descriptor: Int32

  /// Waits for the folder; throws a ``SystemError`` with `ENOENT` where there is none.
  init(_ path: String) throws(SystemError) {
    let folder = try retryingOnSignals { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    let hasLock = (try? retryingOnSignals { flock(folder, LOCK_EX) }) != nil
    // Somebody may have removed the folder, or made it anew, while this one waited for it.
    var (held, there) = (stat(), stat())
    guard fstat(folder, &held) == 0, stat(path, &there) == 0,
      held.st_ino == there.st_ino, held.st_dev == there.st_dev
    else {
      close(folder)
      throw SystemError(code: ENOENT)
    }
    self.path = path
    descriptor = folder
    isLocked = hasLock
  }

  deinit { close(descriptor) }

  /// The names in a folder; throws a ``SystemError`` where they can't be read.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder and those above it; throws a ``SystemError`` where that can't be done.
  static func make(_ path: String) throws(SystemError) {
    if path.isEmpty || mkdir(path, 0o777) == 0 { return }
    let error = SystemError.last
    var status = stat()
    if error.code == EEXIST || error.code == EISDIR {
      guard stat(path, &status) == 0 else { throw .last }
      guard FileKind(mode: status.st_mode) == .folder else { throw SystemError(code: ENOTDIR) }
      return
    }
    let above = (path as NSString).deletingLastPathComponent
    guard error.code == ENOENT, above != path else { throw error }
    try make(above)
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .last }
  }
}
