/// What was agreed of one measurement, as it lies in a file.
///
/// It holds no value, line, path or machine, so that it differs only when the queries do.
public struct Baseline: Sendable, Hashable, Codable {
  /// The version of the format that this version of QueryBudget writes.
  public static let currentFormat = 1

  /// The version of the format.
  public let format: Int

  /// What was measured, such as `GET /api/articles`.
  public let name: String

  /// The law of all queries together.
  public let queries: String

  /// The scales of each axis.
  public let scales: [String: [Int]]

  /// The version of SQLite that made the plans, such as `3.40`.
  public let sqlite: String?

  /// Every statement, sorted by its SQL.
  public let statements: [Statement]

  /// What was agreed of one statement.
  public struct Statement: Sendable, Hashable, Codable {
    /// The kind of the statement.
    public let kind: StatementKind

    /// How the database answers it.
    public let plan: [String]?

    /// The law of the rows that its runs return together; none for a statement that returns none.
    public let rows: String?

    /// The law of its runs.
    public let runs: String

    /// The fingerprint's SQL.
    public let sql: String
  }

  /// What a measurement comes to.
  public init(of growth: QueryGrowth) {
    let measurement = growth.measurement
    format = Self.currentFormat
    name = measurement.name
    queries = growth.law.description
    scales = Dictionary(
      measurement.axes.map { ($0.name, $0.scales) }, uniquingKeysWith: { first, _ in first })
    sqlite = measurement.plans.isEmpty ? nil : measurement.sqliteVersion
    statements = growth.statements.map { statement in
      let returnsRows = statement.shape.kind == .read || statement.rows.contains { $0 > 0 }
      return Statement(
        kind: statement.shape.kind,
        plan: measurement.plans[statement.shape.fingerprint],
        rows: returnsRows ? statement.rowsLaw.description : nil,
        runs: statement.law.description,
        sql: statement.shape.fingerprint.sql
      )
    }.sorted { $0.sql < $1.sql }
  }
}
