import Foundation

/// A file that is written in one place and appears in another, whole or not at all.
struct SpoolFile {
  private let path: String

  init(_ url: URL) {
    path = url.path(percentEncoded: false)
  }

  /// Writes a new file, down to the disk.
  func write(_ bytes: Data) throws(POSIXError) {
    // 0600: a message is nobody's business but the mail server's, which runs as the same user.
    let descriptor = try check(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(Int(try check(Int32(count))))
    }
    // A name that reaches the disk before the bytes would be an empty message after a power cut.
    try check(fsync(descriptor))
  }

  /// Gives the file a second name, unless there is a file of that name.
  func link(to url: URL) throws(POSIXError) {
    let name = url.path(percentEncoded: false)
    do {
      try check(Foundation.link(path, name))
    } catch  where error.code == .EEXIST {
      return
    }
    // The name, too, has to outlive a power cut.
    let folder = url.deletingLastPathComponent().path(percentEncoded: false)
    let descriptor = try check(open(folder, O_RDONLY | O_CLOEXEC))
    defer { close(descriptor) }
    try check(fsync(descriptor))
  }

  /// Takes the first name away.
  func remove() { unlink(path) }

  @discardableResult
  private func check(_ result: Int32) throws(POSIXError) -> Int32 {
    guard result >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return result
  }
}
