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

  /// What was agreed before; none where there was no file, or one that can't be understood.
  public let agreed: Baseline?

  /// Where the baseline lies.
  public let location: BaselineLocation

  /// Compares, and writes the file where `mode` asks for it. What is recorded fails.
  ///
  /// `known` is the growth that the test accepts, `command` the one that accepts a difference, as
  /// the message shows it; `explanation` holds paragraphs that say more of what is worse. Throws a ``BaselineError`` when the file can't be read or written.
  public init(
    _ growth: QueryGrowth,
    at location: BaselineLocation,
    mode: RecordMode,
    known: [AcceptedGrowth] = [],
    accepting command: String,
    explanation: [String] = []
  ) throws {
    let measured = Baseline(of: growth, accepting: known)
    let (agreed, broken) = try Self.read(location.file, mode)
    self.agreed = agreed
    self.measured = measured
    let difference = agreed.flatMap { BaselineDifference(from: $0, to: measured) }
    let isSame = agreed != nil && difference == nil
    let isRecorded =
      switch mode {
      case .missing: agreed == nil
      case .failed: !isSame
      case .all: true
      case .never: false
      }
    self.location = isRecorded ? try location.write(measured) : location
    let text = Text(
      name: measured.name, path: self.location.displayPath, command: command,
      explanation: explanation)
    switch (agreed, difference) {
    case (nil, _) where isRecorded:
      (outcome, failure) = (.recorded, broken.map(text.replaced) ?? text.recorded(measured))
    case (nil, _):
      (outcome, failure) = (.missing, text.missing)
    case (_, nil) where isRecorded && agreed != measured:
      (outcome, failure) = (.recorded, text.respelled)
    case (_, nil):
      (outcome, failure) = (.same, nil)
    case (_, let difference?) where isRecorded:
      (outcome, failure) = (.recorded, text.recordedAnew(difference))
    case (_, let difference?):
      (outcome, failure) = (.differs, text.differs(difference))
    }
  }

  /// What is agreed, or why that can't be understood where it is to be recorded anew all the same.
  private static func read(
    _ file: BaselineFile,
    _ mode: RecordMode
  ) throws -> (agreed: Baseline?, broken: BaselineError?) {
    do {
      return (try file.read(), nil)
    } catch let error as BaselineError where mode == .all && error.brokenBy != nil {
      return (nil, error)
    }
  }
}

/// What a failing test says of its baseline.
private struct Text {
  let name: String
  let path: String
  let command: String
  let explanation: [String]

  var missing: String {
    "\(name) has no baseline at \(path), and none is recorded here. Run the test on your own "
      + "machine and commit the file:\n\n  \(command)"
  }

  func recorded(_ measured: Baseline) -> String {
    "\(name) had no baseline; its queries, \(measured.queries), were recorded at \(path). Look at "
      + "it, run the test again, and commit the file."
  }

  func replaced(_ broken: BaselineError) -> String {
    let line = broken.line.map { "line \($0): " } ?? ""
    return "\(name) was recorded anew at \(path), in place of a file that could not be understood "
      + "(\(line)\(broken.brokenBy ?? broken.problem)). Look at it, run the test again, and commit the file."
  }

  var respelled: String {
    "\(name) was recorded anew at \(path): its queries are the same, and their plans or their "
      + "spelling are not. Look at it, run the test again, and commit the file."
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
    return ([headline, lines(of: difference)] + explanation + [advice, "  " + command])
      .joined(separator: "\n\n")
  }

  private func lines(of difference: BaselineDifference) -> String {
    difference.lines.map { "  " + $0 }.joined(separator: "\n")
  }
}
