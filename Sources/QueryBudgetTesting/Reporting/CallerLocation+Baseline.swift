import Foundation
import QueryBudget
import QueryBudgetSQLite

extension CallerLocation {
  /// Fails the test when the measurement is not within its budget, could not be made, or is not
  /// what was agreed; errors of the test's own closures are passed on.
  func judgingBaseline<Value>(
    _ part: String?,
    _ measure: () throws -> Measured<Value>
  ) throws -> [Value] {
    try judging(measure) { result in
      do {
        return try compare(result, part, ProcessInfo.processInfo.environment)
      } catch {
        let failure = result.failure ?? "\(result.growth.measurement.name): \(error)"
        let outcome = result.verdict == .within ? .differs : result.verdict.outcome
        keep(result, outcome: outcome, failure: failure)
        return failure
      }
    }
  }

  /// What the baseline says, where a difference would be explained; nil for one that is to be
  /// recorded, and for one that can't be read, which the comparison reports.
  func agreed(_ part: String?) -> Baseline? {
    let environment = ProcessInfo.processInfo.environment
    guard let mode = try? RecordMode(environment: environment), [.missing, .never].contains(mode)
    else { return nil }
    return try? baseline(part, environment).file.read()
  }

  private func baseline(
    _ part: String?,
    _ environment: [String: String]
  ) throws -> BaselineLocation {
    try BaselineLocation(
      filePath: "\(filePath)", fileID: "\(fileID)", function: function, part: part,
      environment: environment)
  }

  private func compare(
    _ result: GrowthResult,
    _ part: String?,
    _ environment: [String: String]
  ) throws -> String? {
    let location = try baseline(part, environment)
    // What exceeds its budget, or proves nothing, is neither compared nor recorded.
    guard result.verdict == .within else {
      let agreed = try? location.file.read()
      keep(
        result, outcome: result.verdict.outcome, failure: result.failure, at: location,
        agreed: agreed)
      return result.failure
    }
    let comparison = try BaselineComparison(
      result.growth, at: location, mode: RecordMode(environment: environment),
      known: result.accepted, accepting: AcceptingCommand(self).text,
      explanation: result.worsenedParagraphs)
    keep(
      result, outcome: comparison.outcome.assertionOutcome, failure: comparison.failure,
      at: comparison.location, agreed: comparison.agreed)
    return comparison.failure
  }
}

extension BaselineComparison.Outcome {
  fileprivate var assertionOutcome: MeasurementResult.Outcome {
    switch self {
    case .same: .passed
    case .differs: .differs
    case .recorded: .recorded
    case .missing: .missing
    }
  }
}
