import QueryBudget
import QueryBudgetSQLite

extension CallerLocation {
  /// Fails the test when the measurement is not within its budget or could not be made; errors of
  /// the test's own closures are passed on.
  func judgingGrowth<Value>(_ measure: () throws -> Measured<Value>) throws -> [Value] {
    try judging(measure) { result in
      keep(result, outcome: result.verdict.outcome, failure: result.failure)
      return result.failure
    }
  }

  /// Fails the test with what `judge` answers of the measurement.
  func judging<Value>(
    _ measure: () throws -> Measured<Value>,
    _ judge: (GrowthResult) -> String?
  ) throws -> [Value] {
    do {
      let measured = try measure()
      if let failure = judge(measured.result) {
        fail(failure)
      } else if let remark = measured.result.remark {
        warn(remark)
      }
      return measured.values
    } catch let error as HarnessError {
      fail(error.description)
      return []
    }
  }
}

extension Verdict {
  /// What becomes of an assertion that is about nothing else.
  var outcome: MeasurementResult.Outcome {
    switch self {
    case .within: .passed
    case .exceeded: .exceeded
    case .inconclusive: .inconclusive
    }
  }
}
