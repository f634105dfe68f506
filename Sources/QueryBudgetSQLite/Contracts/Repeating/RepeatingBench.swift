import Foundation
import QueryBudget

/// What both contracts about running twice begin with: two runs from the same rows, which tell what
/// comes out differently in any two runs.
struct RepeatingBench {
  let bench: ContractBench
  private(set) var rules: RowRules
  private(set) var effects = EffectComparison([], [])

  init(_ name: String, on recorder: StatementRecorder, ignoring: [String]) throws {
    let began = Date()
    bench = try ContractBench(name, on: recorder)
    rules = RowRules(start: bench.before, began: began)
    rules.ignored = try IgnoredColumns(ignoring, in: bench.before, for: name)
    rules.schema = SchemaReader.schema(of: recorder)
    rules.times = TimeColumns(of: recorder)
  }

  /// Learns from two runs; answers why nothing can be told, if so.
  mutating func learn(from one: RepeatedRun, _ other: RepeatedRun) -> String? {
    rules.unsteady = UnsteadyColumns(one.contents, other.contents, rules)
    effects = EffectComparison(other.effects, one.effects)
    let rows = rules.differences(from: one.contents, to: other.contents).map(\.difference)
    if let row = rows.first {
      return
        "Two calls from the same rows ended differently (\(row)), so that a third can't be held "
        + "against them. \(Self.wayOut)"
    }
    if one.effects.count != other.effects.count {
      return "Two calls from the same rows had \(one.effects.count) and \(other.effects.count) "
        + "effects. \(Self.wayOut)"
    }
    if rules.differences(from: bench.before, to: other.contents).isEmpty, other.effects.isEmpty {
      return bench.before == other.contents
        ? "The call changed nothing: give it work to do, with the rows that it needs."
        : "All that the call changed is ignored, or another value in each run: ignore less."
    }
    return nil
  }

  private static let wayOut =
    "Put back what the code keeps outside of the database in `preparing`, or make it anew in the "
    + "closure."
}
