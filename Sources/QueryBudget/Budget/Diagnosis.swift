/// What one run with values shows of the statements that grow.
public struct Diagnosis: Sendable, Hashable {
  /// How often one statement ran, and with how many different values.
  public struct Values: Sendable, Hashable {
    /// How many times it ran.
    public let runs: Int

    /// How many of the runs had values that no run before had.
    public let different: Int
  }

  /// The runs and values of each fingerprint.
  public let values: [Fingerprint: Values]

  /// Counts values; none of them is kept.
  public init(of recording: Recording) {
    var runs: [Fingerprint: Int] = [:]
    var seen: [Fingerprint: Set<String>] = [:]
    for statement in recording.statements {
      guard let expanded = statement.expandedSQL else { continue }
      runs[statement.fingerprint, default: 0] += 1
      seen[statement.fingerprint, default: []].insert(expanded)
    }
    values = runs.reduce(into: [:]) { values, run in
      values[run.key] = Values(runs: run.value, different: seen[run.key]?.count ?? 0)
    }
  }
}
