import Foundation

/// Why a file could not be written.
enum WriteFailure: Error {
  case system(SystemError)
  case notAFile(FileKind)
  case writeProtected
}

extension LockedFolder {
  /// Gives a file of the folder these bytes, whole or not at all, unless it has them already.
  ///
  /// The bytes go to a file beside it first, which then takes its name: whoever reads meanwhile, or
  /// afterwards when this process was killed, finds the old bytes or the new ones.
  borrowing func replace(_ name: String, with bytes: Data) throws(WriteFailure) {
    removeLeftovers()
    let place = path + "/" + name
    do {
      let mode = try FileKind.mode(at: place)
      if let mode {
        let kind = FileKind(mode: mode)
        guard kind == .file else { throw WriteFailure.notAFile(kind) }
        if let old = try? FileReader.bytes(at: place), old == bytes { return }
        guard mode & 0o222 != 0, access(place, W_OK) == 0 else { throw WriteFailure.writeProtected }
      }
      let file = try TemporaryFile(for: name, in: path)
      try file.fill(with: bytes, mode: mode)
      try file.take(the: place)
    } catch let failure as WriteFailure {
      throw failure
    } catch let error as SystemError {
      throw .system(error)
    } catch {
      throw .system(.last)
    }
  }

  /// What a writer left behind that was killed. With the lock held nobody is writing, so every
  /// temporary file is one of those; without it, one of a living writer would be lost.
  private borrowing func removeLeftovers() {
    guard isLocked, let names = try? Self.names(in: path) else { return }
    for name in names where TemporaryFile.isName(name) {
      unlink(path + "/" + name)
    }
  }
}
