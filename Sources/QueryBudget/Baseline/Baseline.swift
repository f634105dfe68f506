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
    /// Why its growth is accepted, as the test says it; none where nothing was accepted.
    public let accepted: String?

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

  /// What a measurement comes to; `accepted` is the growth that its test accepts.
  public init(of growth: QueryGrowth, accepting accepted: [AcceptedGrowth] = []) {
    let growth = growth.withSortedAxes
    let measurement = growth.measurement
    format = Self.currentFormat
    name = measurement.name
    queries = growth.law.description
    scales = Dictionary(
      measurement.axes.map { ($0.name, $0.scales) }, uniquingKeysWith: { first, _ in first })
    sqlite = measurement.plans.isEmpty ? nil : measurement.sqliteVersion
    statements = growth.statements.map { statement in
      Statement(
        accepted: accepted.first { $0.matches(statement) && statement.law.grows }?.reason,
        kind: statement.shape.kind,
        plan: measurement.plans[statement.shape.fingerprint],
        rows: statement.returnsRows ? statement.rowsLaw.description : nil,
        runs: statement.law.description,
        sql: statement.shape.fingerprint.sql
      )
    }.sorted { $0.sql < $1.sql }
  }
}

extension Baseline {
  /// What grows, by name: the file doesn't say which of them the test names first.
  public var axes: [Axis] {
    scales.sorted { $0.key < $1.key }.map { Axis($0.key, scales: $0.value) }
  }

  /// The statements whose runs grow with the rows.
  public var growing: [Statement] {
    statements.filter { GrowthLaw($0.runs, over: axes)?.grows ?? false }
  }

  /// Whether the queries grow with the rows.
  public var grows: Bool { !growing.isEmpty || GrowthLaw(queries, over: axes)?.grows ?? false }
}

extension Baseline.Statement {
  /// Statements are the same without regard to the case of their SQL.
  var identity: Fingerprint { Fingerprint(of: sql) }
}

extension QueryGrowth {
  /// The same with its axes sorted by name, since a file doesn't tell their order.
  fileprivate var withSortedAxes: QueryGrowth {
    let axes = measurement.axes.sorted { $0.name < $1.name }
    guard axes != measurement.axes else { return self }
    let sorted = measurement.runs.map { run in
      QueryMeasurement.Run(
        scale: Scale(
          axisNames: axes.map(\.name), axisCounts: axes.compactMap { run.scale.count(of: $0.name) }),
        recording: run.recording, tableRows: run.tableRows)
    }
    let runs = Scale.all(of: axes).compactMap { scale in sorted.first { $0.scale == scale } }
    guard runs.count == sorted.count else { return self }
    return QueryGrowth(
      of: QueryMeasurement(
        name: measurement.name, axes: axes, runs: runs, plans: measurement.plans,
        sqliteVersion: measurement.sqliteVersion),
      counting: Set(statements.map(\.shape.kind)))
  }
}
