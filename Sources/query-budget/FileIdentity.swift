import Foundation

/// Which file or folder it is, by whatever path.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// Whether it is a folder.
  let isFolder: Bool

  /// Whether it is a file with contents, no folder and no device.
  let isFile: Bool

  /// Follows links; nil when nothing is there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isFile = status.st_mode & S_IFMT == S_IFREG
  }
}
