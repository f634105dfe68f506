import QueryBudget

/// Finds out about the statements that exceed a budget or got worse than agreed, with what one more run kept of them.
struct GrowthDiagnosis {
  private let result: GrowthResult
  private let recording: Recording
  private let schema: DatabaseSchema
  private let libraries: [Int: WayOut.Library]
  private let callSites: [StackTrace: CallSiteAnswer]

  /// Looks at the database as the run left it.
  init(of result: GrowthResult, _ recording: Recording, on recorder: StatementRecorder) {
    self.result = result
    self.recording = recording
    schema = SchemaReader.schema(of: recorder)
    libraries = recorder.openConnections.reduce(into: [:]) { $0[$1.number] = $1.library }
    // The stacks of what is within the budget cost as much to read, and nobody asks for them.
    let exceeding = result.diagnosed
    callSites = Symbolicator.shared.answers(
      for: recording.statements.lazy
        .filter { run in exceeding.contains { $0.isRun(run) } }.compactMap(\.stack))
  }

  /// What was found out.
  func diagnosis() -> Diagnosis {
    Diagnosis(result.diagnosed.map { ($0, finding($0)) })
  }

  private func finding(_ statement: StatementGrowth) -> Diagnosis.Finding {
    let accesses = result.growth.measurement.accesses(of: statement)
    let origins = Diagnosis.Origin.all(of: statement, in: recording, locate: locate)
    return Diagnosis.Finding(
      origins: origins,
      // What is run again with the same value needs no other statement, but to be run once.
      advice: origins.contains { $0.different > 1 } ? wayOut(statement) : [],
      indexAdvice: IndexAdvice.lines(for: accesses, sql: statement.sql, schema: schema),
      accesses: accesses)
  }

  private func wayOut(_ statement: StatementGrowth) -> [String] {
    let wayOut = WayOut(
      of: statement.shape, sql: statement.sql, in: recording, schema: schema)
    guard let wayOut else { return [] }
    let connection = recording.statements.first {
      $0.fingerprint == statement.shape.fingerprint
    }?.connection
    // The fingerprint, since values are nobody's business.
    let parent = wayOut.parentSQL.map { "It runs for each row of: \(Fingerprint(of: $0).sql)" }
    return [parent].compactMap { $0 } + wayOut.lines(for: connection.flatMap { libraries[$0] })
  }

  private func locate(_ stack: StackTrace?) -> Result<CallSite, UnknownCallSite> {
    switch stack.flatMap({ callSites[$0] }) {
    case .site(let site): .success(site)
    case .unknown(let reason): .failure(UnknownCallSite(reason))
    case nil: .failure(UnknownCallSite("its stack was not taken."))
    }
  }
}
