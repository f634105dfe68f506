import CSQLite
import CStatementTrace

/// Records every statement that really ran on the connections it is attached to.
///
/// ```swift
/// let recorder = StatementRecorder()
/// recorder.attach(to: handle)
/// let recording = try recorder.record { try store.articles() }
/// #expect(recording.queryCount == 2)
/// ```
///
/// With one recording open, everything that the connections run belongs to it, on whatever thread.
/// With several open at once, the task that runs a statement tells them apart; what carries no task
/// is reported as unattributed and never charged to the wrong one.
public final class StatementRecorder: Sendable {
  /// How much is kept of each statement; more levels may come.
  public struct Detail: Hashable, Sendable {
    private enum Value: Hashable, Sendable {
      case counts
      case statements
      case values
    }

    private let value: Value

    /// How often each statement ran; the memory follows the number of distinct statements.
    public static let counts = Detail(value: .counts)

    /// Each execution with its order, connection, rows and whether it failed.
    public static let statements = Detail(value: .statements)

    /// As ``statements``, and the SQL with its values; costs about half a microsecond a statement.
    public static let values = Detail(value: .values)
  }

  struct State {
    var connections: [TracedConnection] = []
    var attached = 0
    /// The number of a connection that SQLite would not trace.
    var refused: Int?
    var scopes = ScopeTree()
    /// The faults that were ever asked.
    var faults: [FaultBox] = []
    /// What each open scope asked for.
    var keeping: [UInt32: Keeping] = [:]
  }

  /// How much is kept of each statement.
  public let detail: Detail

  let identifier: UInt64
  let recorder: OpaquePointerBox
  let state = Locked(State())

  private static let identifiers = Locked<UInt64>(0)

  /// A recorder that is not attached to any connection yet.
  ///
  /// `observer` is called for each statement as it starts, on the connection's thread, whether a
  /// recording is open or not. SQLite has one trace slot per connection, and the recorder holds it:
  /// use the observer in place of a trace of your own. It must not use the connection.
  public init(
    detail: Detail = .statements,
    observer: (@Sendable (borrowing TracedStatement) -> Void)? = nil
  ) {
    self.detail = detail
    identifier = Self.identifiers.withLock { last in
      last += 1
      return last
    }
    recorder = OpaquePointerBox(
      qb_recorder_create(
        identifier, detail == .counts, scopeOfRunningTask,
        Self.bridge(observer.map(StatementObserver.init))
      )
    )
    AmbientRecordings.current?.joinMade(self)
  }

  deinit {
    // Connections may outlive the recorder; they must not go on filling its log.
    qb_recorder_route(recorder.pointer, false, false, 0, 0)
    qb_recorder_set_fault(recorder.pointer, nil)
    qb_recorder_release(recorder.pointer)
  }

  private static func bridge(_ observer: StatementObserver?) -> qb_observer {
    guard let observer else { return qb_observer() }
    return qb_observer(
      context: Unmanaged.passRetained(observer).toOpaque(),
      call: { context, statement, connection in
        guard let context, let statement else { return }
        Unmanaged<StatementObserver>.fromOpaque(context).takeUnretainedValue()(
          statement, connection)
      },
      release: { context in
        guard let context else { return }
        Unmanaged<StatementObserver>.fromOpaque(context).release()
      }
    )
  }
}

/// A pointer to what has its own locks.
struct OpaquePointerBox: @unchecked Sendable {
  // The C functions that take it are safe to be called from any thread.
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
}
