/// The recordings of one endpoint at every scale.
public struct QueryMeasurement: Sendable, Hashable {
  /// What happened at one scale.
  public struct Run: Sendable, Hashable {
    /// The statements that ran.
    public let recording: Recording

    /// How many rows each table held when they ran.
    public let tableRows: [String: Int]

    /// A run on a database with these rows.
    public init(recording: Recording, tableRows: [String: Int] = [:]) {
      self.recording = recording
      self.tableRows = tableRows
    }
  }

  /// What was measured, such as `GET /api/articles`.
  public let name: String

  /// What grew, and how far.
  public let axis: Axis

  /// One run for each scale of the axis.
  public let runs: [Run]

  /// The run before the first scale, which pays for first-time look-ups and is not judged.
  public let warmUp: Recording?

  /// How the database answers each fingerprint: the lines of its query plan.
  public let plans: [Fingerprint: [String]]

  /// The major and minor version of SQLite that made the plans, such as `3.40`.
  public let sqliteVersion: String?

  /// A measurement with one run for each scale.
  public init(
    name: String,
    axis: Axis,
    runs: [Run],
    warmUp: Recording? = nil,
    plans: [Fingerprint: [String]] = [:],
    sqliteVersion: String? = nil
  ) {
    self.name = name
    self.axis = axis
    self.runs = runs
    self.warmUp = warmUp
    self.plans = plans
    self.sqliteVersion = sqliteVersion
  }
}
