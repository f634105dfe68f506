public import Foundation

/// A folder that a mail server delivers from, laid out as a maildir.
///
/// A message is written in `tmp` and appears in `new` whole, as a file named by its message ID. The
/// mail server moves what it has taken to `cur`, and keeps the name. So a message that was handed
/// over once is found in one of them, and not written again.
public struct MailSpool: Mailer {
  private let folder: URL
  private let sender: String
  private let now: @Sendable () -> Date

  /// Opens the spool, and creates the folder when there is none.
  ///
  /// - Parameters:
  ///   - folder: Where `tmp`, `new` and `cur` are.
  ///   - sender: The address that messages come from.
  ///   - now: The clock.
  /// - Throws: ``MailError``.
  public init(
    folder: URL,
    sender: String = "billing@newsroom.example",
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    guard sender.isAddress else {
      throw MailError.refused("sender", expected: "one address such as billing@newsroom.example")
    }
    self.folder = folder
    self.sender = sender
    self.now = now
    for name in ["tmp", "new", "cur"] {
      do {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name), withIntermediateDirectories: true)
      } catch {
        throw MailError.unwritable(path, reason: error.localizedDescription)
      }
    }
  }

  /// Writes the message, unless it was written before.
  public func send(_ message: MailMessage) async throws {
    try message.validate()
    // In this order: the mail server moves files from `new` to `cur` and never back.
    for name in ["new", "cur"] where exists(folder.appending(path: "\(name)/\(message.id)")) {
      return
    }
    let draft = SpoolFile(folder.appending(path: "tmp/\(UUID().uuidString)"))
    defer { draft.remove() }
    do throws(POSIXError) {
      try draft.write(message.encoded(from: sender, at: now()))
      try draft.link(to: folder.appending(path: "new/\(message.id)"))
    } catch {
      throw MailError.unwritable(path, reason: String(cString: strerror(error.code.rawValue)))
    }
  }

  private var path: String { folder.path(percentEncoded: false) }

  private func exists(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
  }
}
