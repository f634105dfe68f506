/// Holds a measurement against its committed baseline, and records it where that is wanted.
public struct BaselineComparison: Sendable, Hashable {
  /// What a failing test says, or nil when the measurement is what was agreed.
  public let failure: String?

  /// Compares, and writes the file where `mode` asks for it. What is recorded fails.
  ///
  /// `accepting` is the command that accepts a difference, as the message shows it. Throws a
  /// ``BaselineError`` when the file can't be read or written.
  public init(
    _ growth: QueryGrowth,
    at location: BaselineLocation,
    mode: RecordMode,
    accepting command: String
  ) throws {
    let measured = Baseline(of: growth)
    let name = measured.name
    guard let agreed = try location.file.read() else {
      if mode == .never {
        failure =
          "\(name) has no baseline at \(location.displayPath), and none is recorded here. Run the "
          + "test on your own machine and commit the file:\n\n  \(command)"
      } else {
        try location.file.write(measured)
        failure =
          "\(name) had no baseline; its queries, \(measured.queries), were recorded at "
          + "\(location.displayPath). Look at it, run the test again, and commit the file."
      }
      return
    }
    guard let difference = BaselineDifference(from: agreed, to: measured) else {
      if mode == .all { try location.file.write(measured) }
      failure = nil
      return
    }
    let changes = difference.lines.map { "  " + $0 }.joined(separator: "\n")
    if mode == .all || mode == .failed {
      try location.file.write(measured)
      failure =
        "\(name) was recorded anew at \(location.displayPath). Look at what changed, and commit the "
        + "file:\n\n\(changes)"
    } else {
      failure =
        "\(name) differs from its baseline at \(location.displayPath):\n\n\(changes)\n\n"
        + "To accept this, record it and commit the file:\n\n  \(command)"
    }
  }
}
