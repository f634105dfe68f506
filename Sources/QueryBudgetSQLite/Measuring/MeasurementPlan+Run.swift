package import QueryBudget

/// What a measurement found, and what the measured closure returned at each scale.
package struct Measured<Value> {
  package let result: GrowthResult
  package let values: [Value]
}

extension MeasurementPlan {
  /// Measures sync code; the databases are put back whichever way it ends.
  ///
  /// Throws what a closure throws, or a `HarnessError`.
  package func run<Value>(
    populate: (Scale) throws -> Void,
    call: () throws -> Value
  ) throws -> Measured<Value> {
    var session = try MeasurementSession(self)
    var values: [Value] = []
    while let step = session.next() {
      do {
        if let rows = session.missing(for: step) {
          try recorder.withoutRecording { try populate(rows) }
        }
        try session.populated(step)
        let recorded = recorder.recordResult(keeping: step.keeping, call)
        let value = try session.ran(step, recorded)
        if step.purpose == .measurement { values.append(value) }
      } catch {
        try? session.restore()
        guard step.purpose == .diagnosis else { throw error }
        session.diagnosisFailed(error)
      }
    }
    return Measured(result: session.result(), values: values)
  }

  /// Measures async code; the databases are put back whichever way it ends.
  ///
  /// Throws what a closure throws, or a `HarnessError`.
  package func run<Value>(
    isolation: isolated (any Actor)?,
    populate: (Scale) async throws -> Void,
    call: () async throws -> Value
  ) async throws -> Measured<Value> {
    var session = try MeasurementSession(self)
    var values: [Value] = []
    while let step = session.next() {
      do {
        if let rows = session.missing(for: step) {
          try await recorder.withoutRecording { try await populate(rows) }
        }
        try session.populated(step)
        let recorded = await recorder.recordResult(keeping: step.keeping, call)
        let value = try session.ran(step, recorded)
        if step.purpose == .measurement { values.append(value) }
      } catch {
        try? session.restore()
        guard step.purpose == .diagnosis else { throw error }
        session.diagnosisFailed(error)
      }
    }
    return Measured(result: session.result(), values: values)
  }
}

extension MeasurementPlan {
  /// As `run`, with what it throws as a value: for who must not be suspended between the two.
  package func result<Value>(
    isolation: isolated (any Actor)?,
    populate: (Scale) async throws -> Void,
    call: () async throws -> Value
  ) async -> Result<Measured<Value>, any Error> {
    do {
      return .success(try await run(isolation: isolation, populate: populate, call: call))
    } catch {
      return .failure(error)
    }
  }
}
