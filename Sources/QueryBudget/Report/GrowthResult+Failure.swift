extension GrowthResult {
  /// What a failing test says, or nil when the measurement is within its budget.
  public var failure: String? {
    switch verdict {
    case .within: nil
    case .exceeded: exceededText
    case .inconclusive(let doubts): inconclusiveText(doubts)
    }
  }

  private var axis: Axis { growth.measurement.axis }

  /// The counts at every scale, as an aligned table.
  public var table: String {
    FailureText.table([
      [axis.name] + axis.scales.map(String.init),
      ["queries"] + growth.counts.map(String.init),
    ]).map { "  " + $0 }.joined(separator: "\n")
  }

  private var exceededText: String {
    let headline =
      "\(growth.measurement.name) exceeds its budget: \(budget) expected, \(growth.law) found."
    let statements = growth.growing.map { statementText($0) }
    return ([headline, table] + statements).joined(separator: "\n\n")
  }

  private func inconclusiveText(_ doubts: [Doubt]) -> String {
    let headline = "\(growth.measurement.name) is inconclusive: this run could not have failed."
    let explanations = doubts.map { "  " + $0.explanation(on: axis) }
    return ([headline, table] + explanations).joined(separator: "\n\n")
  }

  private func statementText(_ statement: StatementGrowth) -> String {
    [
      "  " + statement.law.growthPhrase(on: [axis]),
      "    " + statement.shape.fingerprint.sql,
      "    " + runsPhrase(statement),
    ].joined(separator: "\n")
  }

  private func runsPhrase(_ statement: StatementGrowth) -> String {
    guard let values = diagnosis?.values[statement.shape.fingerprint], values.runs > 1 else {
      return GrowthLaw.list(statement.runs) + " runs."
    }
    let runs = "\(values.runs) runs"
    if values.different == 1 {
      return "\(runs) with the same value: run it once and keep the result."
    }
    if values.different < values.runs {
      return "\(runs), \(values.different) different values: "
        + "load them at once and keep the results."
    }
    return "\(runs), \(values.different) different values: \(causePhrase(statement))."
  }

  private func causePhrase(_ statement: StatementGrowth) -> String {
    let kind = statement.shape.kind
    let noun = kind == .read ? "query" : kind.description
    guard let rate = statement.law.rate, case .sum(_, let terms) = statement.law,
      terms.allSatisfy({ if case .axis = $0.factors.first { $0.factors.count == 1 } else { false } }
      )
    else { return "load them at once" }
    let many = rate == 1 ? "one \(noun)" : "\(rate) \(Axis.plural(of: noun))"
    return "\(many) per \(axis.singular)" + (kind == .read ? " (N+1)" : "")
  }
}
