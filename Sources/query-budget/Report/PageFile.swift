import Foundation

/// The page on its way to its place: a file that is there whole at the end or not at all, or
/// standard output.
final class PageFile {
  private let path: String
  private let target: URL?
  private let temporary: String?
  private let handle: FileHandle

  /// A file at a path; `-` is standard output.
  init(_ path: String) throws {
    self.path = path
    guard path != "-" else {
      (target, temporary, handle) = (nil, nil, .standardOutput)
      return
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw Trouble("\(path) is a folder: name a file for --output.")
    }
    let folder = target.deletingLastPathComponent()
    let temporary =
      folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).tmp").path
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      throw Trouble(
        "\(path) can't be written: see that \(folder.path) is a folder that can be, or name another "
          + "file with --output.")
    }
    (self.target, self.temporary, self.handle) = (target, temporary, handle)
  }

  func write(_ bytes: Data) throws {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw Trouble("\(path == "-" ? "standard output" : path) took no more of the page.")
    }
  }

  /// Puts the page in its place.
  func publish() throws {
    guard let temporary, let target else { return }
    try? handle.close()
    guard rename(temporary, target.path) == 0 else {
      throw Trouble(
        "\(path) could not be put in its place (\(String(cString: strerror(errno)))): see that its "
          + "folder can be written.")
    }
  }

  /// Removes what was written so far.
  func discard() {
    if let temporary { unlink(temporary) }
  }
}
