import Foundation

/// A file beside a baseline that becomes it, or goes when its value does.
package struct TemporaryFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Makes an empty file in the folder, of a name that nobody else has.
  init(for name: String, in folder: String) throws(SystemError) {
    var attempt = 0
    while true {
      let path = "\(folder)/.\(name).\(getpid()).\(attempt).tmp"
      do {
        // 0666 lets the umask decide who may read it, as for a file that an editor makes.
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        descriptor = try retryingOnSignals { open(path, flags, 0o666) }
        self.path = path
        return
      } catch {
        // A process of another machine, or of another container, may have the same number.
        attempt += 1
        guard error.code == EEXIST, attempt < 100 else { throw error }
      }
    }
  }

  deinit {
    close(descriptor)
    // Without effect once the file has taken its name.
    unlink(path)
  }

  /// Writes everything, down to the disk; `mode` is that of the file whose name it will take.
  borrowing func fill(with bytes: Data, mode: mode_t?) throws(SystemError) {
    if let mode { _ = try retryingOnSignals { fchmod(descriptor, mode & 0o777) } }
    var rest = bytes[...]
    while !rest.isEmpty {
      var written = 0
      var failure: SystemError?
      rest.withUnsafeBytes { buffer in
        do throws(SystemError) {
          written = try retryingOnSignals { write(descriptor, buffer.baseAddress, buffer.count) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      rest = rest.dropFirst(written)
    }
    // A rename that reaches the disk before the bytes would leave an empty file after a power cut.
    _ = try retryingOnSignals { fsync(descriptor) }
  }

  /// Takes the name of the file that it replaces.
  borrowing func take(the name: String) throws(SystemError) {
    _ = try retryingOnSignals { rename(path, name) }
  }

  /// Whether a file is one of these: `.list.json.4711.0.tmp`.
  package static func isName(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return false }
    let parts = name.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 5 && parts[1] == "json"
      && parts[2...3].allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}
