import Foundation

/// A mail server: it takes what is in the spool's `new`, and moves it to `cur`.
actor MailServer {
  private let spool: URL
  private let watch: SpoolWatch?
  /// What it took, each time that it found something.
  private(set) var taken: [(name: String, text: String)] = []

  init(_ spool: URL) throws {
    self.spool = spool
    for name in ["tmp", "new", "cur"] {
      try FileManager.default.createDirectory(
        at: spool.appending(path: name), withIntermediateDirectories: true)
    }
    watch = SpoolWatch(spool.appending(path: "new").path(percentEncoded: false))
  }

  /// How often somebody wrote to a file where it takes them from.
  var writes: Int { watch?.writes ?? 0 }

  /// Takes mail until its task is cancelled.
  func run() async throws {
    while !Task.isCancelled {
      try take()
      try? await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Takes what is there.
  func take() throws {
    let new = spool.appending(path: "new")
    for name in try FileManager.default.contentsOfDirectory(atPath: new.path) {
      let file = new.appending(path: name)
      taken.append((name, try String(contentsOf: file, encoding: .utf8)))
      // As `mv` does, over a file of that name.
      let moved = rename(file.path, spool.appending(path: "cur/\(name)").path)
      guard moved == 0 else { throw POSIXError(.EIO) }
    }
  }
}

#if os(Linux)
  /// Notices each write to a file in a folder: a message that came there whole has none.
  ///
  /// <https://man7.org/linux/man-pages/man7/inotify.7.html>
  final class SpoolWatch: Sendable {
    private let descriptor: Int32

    init?(_ folder: String) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY)) >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// How many there were since it was asked last; several in a row may count as one.
    var writes: Int {
      var (count, buffer) = (0, [UInt8](repeating: 0, count: 4096))
      while read(descriptor, &buffer, buffer.count) > 0 { count += 1 }
      return count
    }
  }
#else
  /// Nothing here tells of writes.
  final class SpoolWatch: Sendable {
    init?(_ folder: String) { nil }
    var writes: Int { 0 }
  }
#endif
