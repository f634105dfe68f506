/// Holds a measurement against its committed baseline, and records it where that is wanted.
public struct BaselineComparison: Sendable, Hashable {
  /// How a measurement and its baseline stand to each other.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// They are the same.
    case same

    /// They differ, and the file was left as it is.
    case differs

    /// The measurement was written to the file.
    case recorded

    /// There is no file, and none was written.
    case missing
  }

  /// What a failing test says, or nil when the measurement is what was agreed.
  public let failure: String?

  /// How the two stand to each other.
  public let outcome: Outcome

  /// What was found.
  public let measured: Baseline

  /// What was agreed before; none where there was no file.
  public let agreed: Baseline?

  /// Compares, and writes the file where `mode` asks for it. What is recorded fails.
  ///
  /// `known` is the growth that the test accepts, `command` the one that accepts a difference, as
  /// the message shows it. Throws a ``BaselineError`` when the file can't be read or written.
  public init(
    _ growth: QueryGrowth,
    at location: BaselineLocation,
    mode: RecordMode,
    known: [AcceptedGrowth] = [],
    accepting command: String
  ) throws {
    measured = Baseline(of: growth, accepting: known)
    agreed = try location.file.read()
    let text = Text(name: measured.name, path: location.displayPath, command: command)
    guard let agreed else {
      if mode == .never {
        (outcome, failure) = (.missing, text.missing)
      } else {
        try location.file.write(measured)
        (outcome, failure) = (.recorded, text.recorded(measured))
      }
      return
    }
    guard let difference = BaselineDifference(from: agreed, to: measured) else {
      if mode == .all { try location.file.write(measured) }
      (outcome, failure) = (.same, nil)
      return
    }
    if mode == .all || mode == .failed {
      try location.file.write(measured)
      (outcome, failure) = (.recorded, text.recordedAnew(difference))
    } else {
      (outcome, failure) = (.differs, text.differs(difference))
    }
  }
}

/// What a failing test says of its baseline.
private struct Text {
  let name: String
  let path: String
  let command: String

  var missing: String {
    "\(name) has no baseline at \(path), and none is recorded here. Run the test on your own "
      + "machine and commit the file:\n\n  \(command)"
  }

  func recorded(_ measured: Baseline) -> String {
    "\(name) had no baseline; its queries, \(measured.queries), were recorded at \(path). Look at "
      + "it, run the test again, and commit the file."
  }

  func recordedAnew(_ difference: BaselineDifference) -> String {
    "\(name) was recorded anew at \(path). Look at what changed, run the test again, and commit the "
      + "file:\n\n\(lines(of: difference))"
  }

  func differs(_ difference: BaselineDifference) -> String {
    let (headline, advice) =
      switch difference.judgement {
      case .worse:
        (
          "\(name) got worse than its baseline at \(path):",
          "Mend it, or, if it is meant, record it and commit the file:"
        )
      case .better:
        (
          "Good news: \(name) got better than its baseline at \(path):",
          "To keep it that way, record it and commit the file:"
        )
      case .changed:
        (
          "\(name) differs from its baseline at \(path):",
          "To accept this, record it and commit the file:"
        )
      }
    return "\(headline)\n\n\(lines(of: difference))\n\n\(advice)\n\n  \(command)"
  }

  private func lines(of difference: BaselineDifference) -> String {
    difference.lines.map { "  " + $0 }.joined(separator: "\n")
  }
}
