extension Baseline {
  /// A value that decodes and yet says nothing, or contradicts another one.
  struct Fault: Hashable {
    let path: JSONPath
    let text: String
  }

  /// The first such value.
  var fault: Fault? {
    var search = FaultSearch(of: self)
    return search.first()
  }
}

/// Looks through a baseline for its first fault.
///
/// Every file that is read is looked through, so paths are made only for what is wrong, and a law
/// that stands there often is read once.
private struct FaultSearch {
  private let baseline: Baseline
  private let axes: [Axis]
  private var soundLaws: Set<String> = []

  init(of baseline: Baseline) {
    self.baseline = baseline
    axes = baseline.axes
  }

  mutating func first() -> Baseline.Fault? {
    if baseline.name.isEmpty { return Baseline.Fault(path: Self.top["name"], text: "is empty") }
    return scales() ?? law(baseline.queries, at: Self.top["queries"]) ?? statements()
  }

  private static let top = JSONPath()

  private func scales() -> Baseline.Fault? {
    let path = Self.top["scales"]
    if axes.isEmpty { return Baseline.Fault(path: path, text: "names nothing that grows") }
    for axis in axes {
      let rises = zip(axis.scales, axis.scales.dropFirst()).allSatisfy(<)
      if axis.scales.count < 2 || axis.scales[0] < 0 || !rises {
        return Baseline.Fault(
          path: path[axis.name], text: "must hold two numbers or more that rise, none negative")
      }
    }
    return nil
  }

  private mutating func statements() -> Baseline.Fault? {
    var seen: Set<Fingerprint> = []
    for (place, statement) in baseline.statements.enumerated() {
      func path(_ key: String) -> JSONPath { Self.top["statements"][place][key] }
      if statement.sql.isEmpty { return Baseline.Fault(path: path("sql"), text: "is empty") }
      if !seen.insert(Fingerprint(of: statement.sql)).inserted {
        return Baseline.Fault(
          path: path("sql"), text: "is a statement that is listed above already")
      }
      if let fault = law(statement.runs, at: path("runs")) { return fault }
      if let rows = statement.rows, let fault = law(rows, at: path("rows")) { return fault }
    }
    return nil
  }

  private mutating func law(_ text: String, at path: @autoclosure () -> JSONPath) -> Baseline.Fault?
  {
    if soundLaws.contains(text) { return nil }
    if GrowthLaw(text, over: axes) != nil {
      soundLaws.insert(text)
      return nil
    }
    let names = FailureText.listed(axes.map(\.name))
    return Baseline.Fault(
      path: path(), text: "is \(text.debugDescription), which is no growth law over \(names)")
  }
}
