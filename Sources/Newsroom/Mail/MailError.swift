/// Why a message was not handed over.
public enum MailError: JobError, Equatable {
  /// A part of the message can't stand in a message's head: its name, and what it has to be.
  case refused(String, expected: String)
  /// The folder can't be written: its path, and what the system says.
  case unwritable(String, reason: String)

  /// A message stays what it is, a folder can be mended.
  public var isFinal: Bool {
    switch self {
    case .refused: true
    case .unwritable: false
    }
  }

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .refused(let part, let expected):
      "The message was refused: its \(part) must be \(expected)."
    case .unwritable(let folder, let reason):
      "The mail spool '\(folder)' can't be written (\(reason)); check that the folder exists, "
        + "may be written, and that the disk has room."
    }
  }
}
