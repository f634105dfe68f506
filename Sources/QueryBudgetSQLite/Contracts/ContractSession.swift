package import QueryBudget

/// A contract under way, between the calls into the test's closure.
///
/// The closure is called by two short drivers, one sync and one async; everything else is here.
package protocol ContractSession {
  /// What the closure returns.
  associatedtype Value

  /// The recorder of the code that is called.
  var recorder: StatementRecorder { get }

  /// What is kept of each statement beside that it ran: the callback pays for it.
  var keeping: Keeping { get }

  /// What to do next, with the databases made ready for it; nil when everything is known.
  mutating func next() throws -> ContractStep?

  /// Called when the test's own preparation has run, right before the code is called.
  mutating func prepared() throws

  /// Takes what a step came to. What it throws ends the contract, and is the caller's.
  mutating func ran(_ step: ContractStep, _ recorded: RecordedResult<Value>) throws

  /// Puts the databases back, and takes away what was put into the connections.
  func end() throws

  /// What was found.
  func result() -> ContractResult

  /// What the closure returned where nothing was made to fail.
  var value: Value? { get }
}

/// One call of the code that is held against a contract.
package struct ContractStep: Sendable {
  /// Which statements fail; nil for none.
  package let fault: StatementFault?

  /// What a session knows the step by.
  package let number: Int

  package init(_ number: Int, fault: StatementFault? = nil) {
    self.number = number
    self.fault = fault
  }
}

/// What was found, and what the closure returned where nothing was made to fail.
package struct ContractRun<Value> {
  package let result: ContractResult
  package let value: Value?
}

extension ContractSession {
  package var keeping: Keeping { .stacks }

  package mutating func prepared() throws {}

  private func keeping(in step: ContractStep) -> Keeping {
    step.fault == nil ? keeping : keeping.union(.faults)
  }

  /// Holds sync code against the contract; the databases are put back whichever way it ends.
  ///
  /// Throws what the closures throw, or a `HarnessError`.
  package mutating func run(
    preparing prepare: () throws -> Void,
    call: () throws -> Value
  ) throws -> ContractRun<Value> {
    do {
      while let step = try next() {
        try recorder.withoutRecording(prepare)
        try prepared()
        recorder.use(step.fault)
        let recorded = recorder.recordResult(keeping: keeping(in: step), call)
        recorder.use(nil)
        try ran(step, recorded)
      }
    } catch {
      try? end()
      throw error
    }
    try end()
    return ContractRun(result: result(), value: value)
  }

  /// Holds async code against the contract; the databases are put back whichever way it ends.
  ///
  /// Throws what the closures throw, or a `HarnessError`.
  package mutating func run(
    isolation: isolated (any Actor)?,
    preparing prepare: () async throws -> Void,
    call: () async throws -> Value
  ) async throws -> ContractRun<Value> {
    do {
      while let step = try next() {
        try await recorder.withoutRecording(prepare)
        try prepared()
        recorder.use(step.fault)
        let recorded = await recorder.recordResult(keeping: keeping(in: step), call)
        recorder.use(nil)
        try ran(step, recorded)
      }
    } catch {
      try? end()
      throw error
    }
    try end()
    return ContractRun(result: result(), value: value)
  }
}
