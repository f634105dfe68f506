/// What one more run at the largest scale, with values and call sites, shows of the statements that
/// exceed a budget.
public struct Diagnosis: Sendable, Hashable {
  /// The runs of one statement that one line of code issued.
  public struct Origin: Sendable, Hashable {
    /// The line; nil when it can't be told.
    public let callSite: CallSite?

    /// Why the line can't be told; nil when it can.
    public let problem: String?

    /// How many times it ran from there.
    public let runs: Int

    /// How many of these runs had values that no run before them had.
    public let different: Int
  }

  /// What was found out about one statement.
  public struct Finding: Sendable, Hashable {
    /// Where its runs come from, most runs first.
    public let origins: [Origin]

    /// Why it runs so often and the way out, a sentence each.
    public let advice: [String]

    /// The indexes that would save it work, a sentence each.
    public let indexAdvice: [String]

    /// How it reaches each table.
    public let accesses: [TableAccess]

    /// What was found out.
    package init(
      origins: [Origin],
      advice: [String] = [],
      indexAdvice: [String] = [],
      accesses: [TableAccess] = []
    ) {
      self.origins = origins
      self.advice = advice
      self.indexAdvice = indexAdvice
      self.accesses = accesses
    }
  }

  private let findings: [Fingerprint: Finding]

  /// A diagnosis of these statements.
  package init(_ findings: [(StatementGrowth, Finding)]) {
    self.findings = Dictionary(
      findings.map { (StatementLookup.lookup($0.0.shape.fingerprint), $0.1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What was found out about a statement.
  public func finding(for statement: StatementGrowth) -> Finding? {
    findings[StatementLookup.lookup(statement.shape.fingerprint)]
  }
}

extension Diagnosis.Origin {
  /// Where the runs of a statement in a recording come from; `locate` answers the line of a stack,
  /// or why there is none. Values are compared; none is kept.
  package static func all(
    of statement: StatementGrowth,
    in recording: Recording,
    locate: (StackTrace?) -> Result<CallSite, UnknownCallSite>
  ) -> [Diagnosis.Origin] {
    var places: [Result<CallSite, UnknownCallSite>] = []
    var values: [[String]] = []
    for run in recording.statements where statement.isRun(run) {
      let place = locate(run.stack)
      let index = places.firstIndex(of: place) ?? places.count
      if index == places.count {
        places.append(place)
        values.append([])
      }
      values[index].append(run.expandedSQL ?? run.sql)
    }
    return zip(places, values).map { place, values in
      Diagnosis.Origin(place, runs: values.count, different: Set(values).count)
    }.sorted { ($0.runs, $0.different) > ($1.runs, $1.different) }
  }

  private init(_ place: Result<CallSite, UnknownCallSite>, runs: Int, different: Int) {
    callSite = try? place.get()
    problem = if case .failure(let unknown) = place { unknown.reason } else { nil }
    self.runs = runs
    self.different = different
  }
}

/// Why the line of code that ran a statement can't be told.
package struct UnknownCallSite: Error, Hashable {
  let reason: String

  package init(_ reason: String) { self.reason = reason }
}
