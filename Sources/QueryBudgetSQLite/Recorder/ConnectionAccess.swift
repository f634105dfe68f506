public import QueryBudget

/// A way to the place where a connection may be used.
///
/// A library that serializes its connections, as GRDB does with a queue, gives one to
/// ``StatementRecorder/attach(to:through:)``, so that the recorder can look at the connection, save
/// it and restore it without meeting the application there.
public protocol ConnectionAccess: Sendable {
  /// The library that runs the connection, if it is one that a failure can give its advice in.
  var library: WayOut.Library? { get }

  /// Runs `body` while nobody else uses the connection, and answers nil when it is closed, or when
  /// it can't be reached from here.
  func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value?
}

extension ConnectionAccess {
  /// None: advice is given in SQL.
  public var library: WayOut.Library? { nil }
}
