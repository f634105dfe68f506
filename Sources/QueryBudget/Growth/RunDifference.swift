/// What one statement did differently in two runs on the same rows.
public struct RunDifference: Sendable, Hashable {
  /// The statement.
  public let fingerprint: Fingerprint

  /// How many times it ran, and then.
  public let runs: [Int]

  /// How many rows it returned, and then.
  public let rows: [Int]

  /// Everything that differs between two recordings; nothing where they are alike.
  static func all(
    between first: Recording,
    _ second: Recording,
    counting kinds: Set<StatementKind>
  ) -> [RunDifference] {
    // The usual case, and much cheaper than to look for what differs.
    if first.tallies.elementsEqual(second.tallies, by: isAlike) { return [] }
    let tallies = [first, second].map { recording in
      recording.tallies.filter { kinds.contains($0.shape.kind) }
    }
    return StatementLookup.groups(of: tallies).compactMap { group in
      let (runs, rows) = (group.runs, group.rows)
      guard runs[0] != runs[1] || rows[0] != rows[1] else { return nil }
      return RunDifference(
        fingerprint: group.representative.shape.fingerprint, runs: runs, rows: rows)
    }
  }

  private static func isAlike(_ one: StatementTally, _ other: StatementTally) -> Bool {
    one.runs == other.runs && one.rows == other.rows
      && one.shape.fingerprint == other.shape.fingerprint
  }
}

extension RunDifference: CustomStringConvertible {
  /// `2 runs, then 3: SELECT …`
  public var description: String {
    let change =
      runs[0] != runs[1]
      ? "\(FailureText.counted(runs[0], "run")), then \(runs[1])"
      : "\(FailureText.counted(rows[0], "row")), then \(rows[1])"
    return "\(change): \(fingerprint.sql)"
  }
}
