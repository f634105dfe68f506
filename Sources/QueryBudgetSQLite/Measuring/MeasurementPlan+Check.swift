import QueryBudget

extension MeasurementPlan {
  /// Says why it can't be measured, if it can't.
  func check() throws(HarnessError) {
    if axes.isEmpty || Set(axes.map(\.name)).count < axes.count {
      throw HarnessError(
        "\(name): each axis that grows needs a name of its own and scales, such as "
          + "growing: [\"articles\": [1, 10, 100], \"tags\": [1, 5, 20]].")
    }
    for axis in axes { try check(axis) }
    guard recorder.detail != .counts else {
      throw HarnessError(
        "\(name): the recorder only counts, and a measurement needs rows: make it with "
          + "StatementRecorder(detail: .statements).")
    }
    guard !recorder.openConnections.isEmpty else {
      throw HarnessError("\(name): " + Doubt.noConnection.explanation)
    }
    for acceptance in judgement.accepted where acceptance.reason.allSatisfy(\.isWhitespace) {
      throw HarnessError(
        "\(name): the growth of \(acceptance.fingerprint.sql) is accepted without a reason: say "
          + "why it may grow, with `because:`.")
    }
  }

  private func check(_ axis: Axis) throws(HarnessError) {
    let list = axis.scales.map(String.init).joined(separator: ", ")
    let rises = zip(axis.scales, axis.scales.dropFirst()).allSatisfy(<)
    guard axis.scales.count > 1, rises, axis.scales.allSatisfy({ $0 >= 0 }) else {
      let which = axes.count > 1 ? " of the \(axis.name)" : ""
      throw HarnessError(
        "\(name): the scales [\(list)]\(which) can't show growth: give two or more, none negative, "
          + "each larger than the one before, such as [1, 10, 100].")
    }
  }
}
