import Foundation

/// Removes one file below the folder of baselines, and the folders that it leaves empty.
///
/// It goes down folder by folder and through no link, so that nothing outside is ever removed, also
/// when somebody puts a link in the place of a folder meanwhile.
struct Removal {
  private let path: String
  private let folder: ShownFolder

  /// The path is below the folder.
  init(of path: String, in folder: ShownFolder) {
    self.path = path
    self.folder = folder
  }

  /// Throws a ``Trouble`` when the file can't be removed; one that has gone meanwhile is none.
  func run() throws {
    var opened: [Int32] = []
    defer { opened.forEach { close($0) } }
    let parts = path.split(separator: "/").map(String.init)
    opened.append(try check(open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)))
    for part in parts.dropLast() {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      opened.append(try check(openat(opened[opened.count - 1], part, flags)))
    }
    // A writer holds this lock while it has a temporary file: what is there then is left behind.
    flock(opened[opened.count - 1], LOCK_EX)
    for (level, part) in parts.enumerated().reversed() {
      let isFile = level == parts.count - 1
      // <https://man7.org/linux/man-pages/man2/unlink.2.html>: a folder with a file in it stays.
      let status = unlinkat(opened[level], part, isFile ? 0 : AT_REMOVEDIR)
      if isFile, status != 0, errno != ENOENT { try check(status) }
      if status != 0, !isFile { break }
    }
  }

  @discardableResult
  private func check(_ status: Int32) throws -> Int32 {
    guard status < 0 else { return status }
    throw Trouble(
      "\(folder.shown(path)) can't be removed (\(String(cString: strerror(errno)))): mend the "
        + "rights of its folder.")
  }
}
