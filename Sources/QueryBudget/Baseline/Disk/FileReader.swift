import Foundation

/// Reads regular files whole, and never waits for anything else that stands in their place.
enum FileReader {
  /// Why a file can't be read.
  enum Failure: Error {
    case notAFile(FileKind)
    case system(SystemError)
    case danglingLink(String)
  }

  /// The bytes, or nil when nothing is there.
  static func bytes(at path: String) throws(Failure) -> Data? {
    let descriptor: Int32
    do {
      // Without O_NONBLOCK a FIFO would wait for its writer.
      descriptor = try retryingOnSignals { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    } catch {
      if error.code == ENOENT {
        try refuseDanglingLink(at: path)
        return nil
      }
      // What can't be opened at all, such as a socket, is named by what it is.
      if let kind = try? FileKind.at(path), kind == .special { throw .notAFile(kind) }
      throw .system(error)
    }
    defer { close(descriptor) }
    do {
      var status = stat()
      _ = try retryingOnSignals { fstat(descriptor, &status) }
      let kind = FileKind(mode: status.st_mode)
      guard kind == .file else { throw Failure.notAFile(kind) }
      return try all(of: descriptor, expecting: Int(status.st_size))
    } catch let failure as Failure {
      throw failure
    } catch let error as SystemError {
      throw .system(error)
    } catch {
      throw .system(.last)
    }
  }

  private static func all(of descriptor: Int32, expecting size: Int) throws -> Data {
    var data = Data(count: size + 1)
    var length = 0
    while true {
      if length == data.count { data.count *= 2 }
      let count = try data.withUnsafeMutableBytes { bytes in
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[length...])
        return try retryingOnSignals { read(descriptor, rest.baseAddress, rest.count) }
      }
      if count == 0 { return data.prefix(length) }
      length += count
    }
  }

  /// A path ends in nothing also where a link, its own or that of a folder, leads nowhere: that is
  /// no missing file.
  private static func refuseDanglingLink(at path: String) throws(Failure) {
    var place = path
    while !place.isEmpty, place != "/" {
      if let kind = try? FileKind.at(place) {
        if kind == .link, access(place, F_OK) != 0 { throw .danglingLink(place) }
        return
      }
      place = (place as NSString).deletingLastPathComponent
    }
  }
}
