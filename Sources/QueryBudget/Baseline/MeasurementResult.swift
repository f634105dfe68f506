public import Foundation

/// What one measurement came to in one run of the tests, beside what was agreed.
///
/// With `QUERY_BUDGET_RESULTS=DIR` in the environment every assertion of growth writes one, so that
/// a report can be made of a run that fails. It is no baseline: it is not committed.
public struct MeasurementResult: Sendable, Hashable, Codable {
  /// The version of the format that this version of QueryBudget writes and reads.
  public static let currentFormat = 1

  /// What became of the assertion.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// It passed.
    case passed

    /// It exceeds a budget.
    case exceeded

    /// The run could not have failed.
    case inconclusive

    /// It is within its budget, and not what its baseline says; or the baseline can't be read.
    case differs

    /// It was written to its baseline, which fails once.
    case recorded

    /// It has no baseline.
    case missing
  }

  /// The assertion in its test.
  public struct Test: Sendable, Hashable, Codable {
    /// The source file, from the folder of the package.
    public let file: String

    /// The function.
    public let function: String

    /// The line of the assertion.
    public let line: Int

    /// An assertion at a line of a function.
    public init(file: String, function: String, line: Int) {
      self.file = file
      self.function = function
      self.line = line
    }
  }

  /// How many queries one run of the measurement had.
  public struct Run: Sendable, Hashable, Codable {
    /// How many queries ran.
    public let queries: Int

    /// How many there were of each axis.
    public let scale: [String: Int]
  }

  /// What was agreed; none where there is no baseline.
  public let agreed: Baseline?

  /// The path of the baseline below the folder of baselines; none for an assertion without one.
  public let baseline: String?

  /// What the failing test says; none where it passed.
  public let failure: String?

  /// The version of the format.
  public let format: Int

  /// What was found.
  public let measured: Baseline

  /// The SQL of the statements in the order of their first runs.
  public let order: [String]

  /// What became of the assertion.
  public let outcome: Outcome

  /// The counts of every run.
  public let runs: [Run]

  /// The assertion.
  public let test: Test

  /// The result of a measurement.
  public init(
    _ growth: QueryGrowth,
    accepting accepted: [AcceptedGrowth] = [],
    test: Test,
    outcome: Outcome,
    failure: String?,
    baseline: String? = nil,
    agreed: Baseline? = nil
  ) {
    format = Self.currentFormat
    self.test = test
    self.outcome = outcome
    self.failure = failure
    self.baseline = baseline
    self.agreed = agreed
    measured = Baseline(of: growth, accepting: accepted)
    order = growth.statements.map(\.shape.fingerprint.sql)
    runs = zip(growth.measurement.runs, growth.counts).map { run, queries in
      Run(
        queries: queries,
        scale: Dictionary(zip(run.scale.axisNames, run.scale.axisCounts)) { first, _ in first })
    }
  }
}

extension MeasurementResult {
  /// The file's contents.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Writes the file whole or not at all; folders that lack are made.
  ///
  /// Throws a ``BaselineError`` when it can't be written.
  package func write(to path: String) throws {
    try BaselineFile(path: path).write(json: json())
  }

  /// Reads the contents of a file; `path` is what an error names.
  ///
  /// Throws a ``BaselineError`` that says what is wrong and what to do.
  public init(json: Data, path: String) throws {
    struct Version: Decodable { let format: Int }
    do {
      let version = try JSONDecoder().decode(Version.self, from: json)
      guard version.format == Self.currentFormat else {
        throw BaselineError(
          path: path,
          problem: "its format is \(version.format), and this version of QueryBudget reads "
            + "\(Self.currentFormat): run the tests and the tool of one version.")
      }
      self = try JSONDecoder().decode(MeasurementResult.self, from: json)
    } catch is DecodingError {
      throw BaselineError(
        path: path,
        problem: "this is no result of a run: name a folder that QUERY_BUDGET_RESULTS named, and "
          + "run the tests again if a run was broken off.")
    }
  }
}
