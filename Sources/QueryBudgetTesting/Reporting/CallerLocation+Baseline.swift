import Foundation
import QueryBudget
import QueryBudgetSQLite

extension CallerLocation {
  /// Fails the test when the measurement is not within its budget, could not be made, or is not
  /// what was agreed; errors of the test's own closures are passed on.
  func judging<Value>(
    against function: String,
    _ part: String?,
    _ measure: () throws -> Measured<Value>
  ) throws -> [Value] {
    var within: GrowthResult?
    let values = try judging {
      let measured = try measure()
      if measured.result.verdict == .within { within = measured.result }
      return measured
    }
    guard let within else { return values }
    do {
      if let failure = try compare(within.growth, function, part) { fail(failure) }
    } catch {
      fail("\(within.growth.measurement.name): \(error)")
    }
    return values
  }

  private func compare(
    _ growth: QueryGrowth,
    _ function: String,
    _ part: String?
  ) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let baseline = try BaselineLocation(
      filePath: "\(filePath)", fileID: "\(fileID)", function: function, part: part,
      environment: environment)
    let test = function.split(separator: "(").first ?? ""
    return try BaselineComparison(
      growth, at: baseline, mode: RecordMode(environment: environment),
      accepting: "QUERY_BUDGET_RECORD=all swift test --filter \(test)"
    ).failure
  }
}
