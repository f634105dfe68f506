/// One execution of one SQL statement by the application on one connection.
public struct RecordedStatement: Sendable, Hashable {
  /// The SQL as the application wrote it, with its parameters and without their values.
  public let sql: String

  /// What follows from the text alone: fingerprint, kind and tables.
  public let shape: StatementShape

  /// The number of the connection that ran it, in the order in which they were attached.
  public let connection: Int

  /// How many rows it returned.
  public let rows: Int

  /// Whether the database refused it, where the recorder is told so.
  public let failed: Bool

  /// The SQL with its values, kept only where values were asked for.
  public let expandedSQL: String?

  /// The calls that led to it, kept only where stacks were asked for.
  public let stack: StackTrace?

  /// What the database did for it, kept only where work was asked for and its end was seen.
  public let work: StatementWork?

  /// Describes one execution.
  public init(
    sql: String,
    shape: StatementShape,
    connection: Int = 0,
    rows: Int = 0,
    failed: Bool = false,
    expandedSQL: String? = nil,
    stack: StackTrace? = nil,
    work: StatementWork? = nil
  ) {
    self.sql = sql
    self.shape = shape
    self.connection = connection
    self.rows = rows
    self.failed = failed
    self.expandedSQL = expandedSQL
    self.stack = stack
    self.work = work
  }

  /// The kind of the statement.
  public var kind: StatementKind { shape.kind }

  /// The fingerprint of the statement.
  public var fingerprint: Fingerprint { shape.fingerprint }
}
