import Foundation

/// What stands at a path.
enum FileKind: Hashable {
  case file, folder, link, special

  /// What a file's mode says, as `stat` answers it.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }

  /// What stands there itself, links not followed; nil for nothing.
  ///
  /// Throws a ``SystemError`` where that can't be known.
  static func at(_ path: String) throws(SystemError) -> FileKind? {
    try mode(at: path).map { FileKind(mode: $0) }
  }

  /// The mode of what stands there itself; nil for nothing.
  static func mode(at path: String) throws(SystemError) -> mode_t? {
    var status = stat()
    if lstat(path, &status) == 0 { return status.st_mode }
    if errno == ENOENT { return nil }
    throw .last
  }
}
