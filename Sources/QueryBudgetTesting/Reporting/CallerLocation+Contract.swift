import QueryBudget
import QueryBudgetSQLite

extension CallerLocation {
  /// Fails the test when a contract is not kept or could not be checked; errors of the test's own
  /// closures are passed on.
  func judgingContract<Value>(_ run: () throws -> ContractRun<Value>) throws -> Value? {
    do {
      return judging(try run())
    } catch let error as HarnessError {
      fail(error.description)
      return nil
    }
  }

  /// The same for async code.
  func judgingContract<Value>(
    isolation: isolated (any Actor)?,
    _ run: () async throws -> ContractRun<Value>
  ) async throws -> Value? {
    do {
      return judging(try await run())
    } catch let error as HarnessError {
      fail(error.description)
      return nil
    }
  }

  private func judging<Value>(_ run: ContractRun<Value>) -> Value? {
    if let failure = run.result.failure { fail(failure) }
    return run.value
  }
}
