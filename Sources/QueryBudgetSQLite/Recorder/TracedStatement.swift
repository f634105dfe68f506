import CSQLite

/// A statement at the moment in which it starts, as an observer sees it.
///
/// It is only valid inside the observer.
public struct TracedStatement: ~Copyable {
  private let statement: OpaquePointer

  /// The number of the connection, in the order in which they were attached.
  public let connection: Int

  init(statement: OpaquePointer, connection: Int) {
    self.statement = statement
    self.connection = connection
  }

  /// The SQL as the application wrote it.
  ///
  /// <https://www.sqlite.org/c3ref/expanded_sql.html>
  public var sql: String { sqlite3_sql(statement).map { String(cString: $0) } ?? "" }

  /// The SQL with the values of its parameters.
  ///
  /// <https://www.sqlite.org/c3ref/expanded_sql.html>
  public var expandedSQL: String {
    guard let expanded = sqlite3_expanded_sql(statement) else { return sql }
    defer { sqlite3_free(expanded) }
    return String(cString: expanded)
  }
}

/// Holds an observer for as long as a connection may call it.
final class StatementObserver: Sendable {
  private let observe: @Sendable (borrowing TracedStatement) -> Void

  init(_ observe: @escaping @Sendable (borrowing TracedStatement) -> Void) {
    self.observe = observe
  }

  func callAsFunction(_ statement: OpaquePointer, _ connection: UInt32) {
    observe(TracedStatement(statement: statement, connection: Int(connection)))
  }
}
