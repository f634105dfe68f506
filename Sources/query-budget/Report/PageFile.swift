import Foundation

/// The page on its way to its place: a file that is there whole at the end or not at all, or
/// standard output.
final class PageFile {
  private let path: String
  private let target: URL?
  private let temporary: String
  private var handle: FileHandle?

  /// A file at a path; `-` is standard output. Nothing is made before something is written.
  init(_ path: String) throws {
    self.path = path
    guard path != "-" else {
      (target, temporary, handle) = (nil, "", .standardOutput)
      return
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    if let there = FileIdentity(of: target.path), !there.isFile {
      throw Trouble("\(path) is no file: name one for --output.")
    }
    let folder = target.deletingLastPathComponent()
    guard FileIdentity(of: folder.path)?.isFolder == true else {
      throw Trouble("there is no folder for \(path): make \(folder.path) first.")
    }
    self.target = target
    temporary =
      folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).tmp").path
  }

  func write(_ bytes: Data) throws {
    do {
      try (handle ?? start()).write(contentsOf: bytes)
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw Trouble("\(path) took no more of the page: see that its disk has room.")
    }
  }

  private func start() throws -> FileHandle {
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      throw Trouble(
        "\(path) can't be written: see that its folder can be, or name another file by --output.")
    }
    self.handle = handle
    return handle
  }

  /// Puts the page in its place.
  func publish() throws {
    guard let target else { return }
    try? handle?.close()
    guard rename(temporary, target.path) == 0 else {
      throw Trouble(
        "\(path) could not be put in its place (\(String(cString: strerror(errno)))): see that its "
          + "folder can be written.")
    }
  }

  /// Removes what was written so far.
  func discard() {
    if target != nil { unlink(temporary) }
  }
}
