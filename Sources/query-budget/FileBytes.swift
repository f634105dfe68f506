import Foundation

/// The contents of files.
enum FileBytes {
  /// The bytes of a file; nil when it can't be read or is no file.
  static func read(_ path: String) -> [UInt8]? {
    // A pipe without a writer would be waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let read = Foundation.read(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if read > 0 { count += read } else { isWhole = read == 0; break }
      }
    }
    return isWhole ? bytes : nil
  }
}
