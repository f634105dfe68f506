extension GrowthResult {
  /// What a failing test says, or nil when the measurement is within its budget.
  public var failure: String? {
    switch verdict {
    case .within: nil
    case .exceeded: GrowthFailure(result: self).text
    case .inconclusive(let doubts): inconclusiveText(doubts)
    }
  }

  /// The counts in every run, as an aligned table.
  public var table: String {
    let axes = growth.measurement.axes.map { axis in
      [axis.name]
        + growth.measurement.runs.map { $0.scale.count(of: axis.name).map(String.init) ?? "" }
    }
    return FailureText.table(axes + [["queries"] + growth.counts.map(String.init)])
      .map { "  " + $0 }.joined(separator: "\n")
  }

  /// Where the statements come from that got worse than what was agreed, and the way out.
  package var worsenedParagraphs: [String] { GrowthFailure(result: self).worsened }

  /// What a passing test has to say: work that grows where the budget doesn't forbid it; nil when
  /// there is nothing to say.
  public var remark: String? {
    guard work == .reported else { return nil }
    let findings = growth.disproportions
    if findings.isEmpty { return nil }
    let lines = findings.map { finding in
      "  \(finding.phrase):\n    \(finding.statement.shape.fingerprint.sql)"
    }
    return
      ([
        "\(growth.measurement.name) is within its budget, and the work of its queries grows: give them "
          + "the index that they lack, or say `work: .unlimited` if that is by design."
      ] + lines).joined(separator: "\n\n")
  }

  private func inconclusiveText(_ doubts: [Doubt]) -> String {
    let headline = "\(growth.measurement.name) is inconclusive: this run could not have failed."
    return ([headline, table] + doubts.map { "  " + $0.explanation }).joined(separator: "\n\n")
  }
}
