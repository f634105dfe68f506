/// A text that nobody may read who reads logs, error messages or a dump of what holds it.
public struct Secret: Sendable {
  /// The text itself, for who has to sign or to log in with it.
  public let text: String

  /// Keeps a text to itself.
  public init(_ text: String) {
    self.text = text
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// That there is one, and no more.
  public var description: String { "<secret>" }

  /// The same: a debugger's log is a log.
  public var debugDescription: String { description }

  /// Without children, so that `dump` has none to print.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
