/// The recordings of one endpoint at every scale.
public struct QueryMeasurement: Sendable, Hashable {
  /// What happened at one scale.
  public struct Run: Sendable, Hashable {
    /// How many there were of what grows.
    public let scale: Scale

    /// The statements that ran.
    public let recording: Recording

    /// How many rows each table held when they ran.
    public let tableRows: [String: Int]

    /// A run on a database with these rows.
    public init(scale: Scale, recording: Recording, tableRows: [String: Int] = [:]) {
      self.scale = scale
      self.recording = recording
      self.tableRows = tableRows
    }
  }

  /// What was measured, such as `GET /api/articles`.
  public let name: String

  /// What grew, and how far.
  public let axes: [Axis]

  /// One run for each of `Scale.all(of: axes)`.
  public let runs: [Run]

  /// The run before the first scale, which pays for first-time look-ups and is not judged.
  public let warmUp: Recording?

  /// A second run at the first scale: what differs from the first one flaps.
  public let repetition: Recording?

  /// The foreign keys whose rows were given no parents of their own, however many were inserted.
  public let sharedParents: [SharedParent]

  /// How the database answers each fingerprint: the lines of its query plan. A passing assertion
  /// doesn't ask, unless it is one of a baseline.
  public let plans: [Fingerprint: [String]]

  /// The major and minor version of SQLite that made the plans, such as `3.40`.
  public let sqliteVersion: String?

  /// A measurement with one run for each scale.
  public init(
    name: String,
    axes: [Axis],
    runs: [Run],
    warmUp: Recording? = nil,
    repetition: Recording? = nil,
    sharedParents: [SharedParent] = [],
    plans: [Fingerprint: [String]] = [:],
    sqliteVersion: String? = nil
  ) {
    self.name = name
    self.axes = axes
    self.runs = runs
    self.warmUp = warmUp
    self.repetition = repetition
    self.sharedParents = sharedParents
    self.plans = plans
    self.sqliteVersion = sqliteVersion
  }
}

extension QueryMeasurement {
  /// How a statement reaches each table, by the names of the tables and not of their aliases; empty
  /// where its plan was not asked for.
  public func accesses(of statement: StatementGrowth) -> [TableAccess] {
    TableAccess.list(
      plan: plans[statement.shape.fingerprint] ?? [], sql: statement.sql)
  }

  /// The places of the runs in which nothing but this axis grows, from its first scale to its last.
  func series(along axis: Axis) -> [Int] {
    let others = axes.filter { $0 != axis }
    return runs.indices.filter { run in
      others.allSatisfy { runs[run].scale.count(of: $0.name) == $0.scales.first }
    }
  }
}
