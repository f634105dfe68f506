/// Why a recording can't be trusted.
public struct RecorderError: Error, Hashable, Sendable {
  /// What went wrong; more cases may come.
  public struct Code: Hashable, Sendable {
    private enum Value: Hashable, Sendable {
      case traceReplaced
      case traceRefused
    }

    private let value: Value

    /// Somebody else took the connection's trace slot, so that statements were missed.
    public static let traceReplaced = Code(value: .traceReplaced)

    /// SQLite would not trace the connection.
    public static let traceRefused = Code(value: .traceRefused)
  }

  /// What went wrong.
  public let code: Code

  /// The number of the connection, in the order in which they were attached.
  public let connection: Int
}

extension RecorderError: CustomStringConvertible {
  /// What is wrong, where, and what to do next.
  public var description: String {
    switch code {
    case .traceReplaced:
      "Somebody else took the trace slot of connection \(connection) during the recording, so that "
        + "statements were missed: SQLite has one slot per connection (GRDB's Database.trace and "
        + "sqlite3_trace_v2 use it). Remove the other trace, or give the recorder an observer "
        + "instead: StatementRecorder(observer: { print($0) })."
    default:
      "SQLite refused to trace connection \(connection): attach an open connection of the SQLite "
        + "library that this process links."
    }
  }
}
