extension WorkFinding {
  /// `visits 1, 10, 100 rows to return 1, 10, 20`.
  var phrase: String {
    let amounts = GrowthLaw.list(amounts)
    return switch measure {
    case .visits: "visits \(amounts) rows to return \(GrowthLaw.list(statement.rows))"
    case .automaticIndex: "builds an index of \(amounts) rows for each run, and throws it away"
    case .fullScanSteps: "takes \(amounts) full-scan steps"
    case .sorts: "sorts \(amounts) times"
    case .vmSteps: "takes \(amounts) steps of SQLite's virtual machine"
    }
  }
}

extension WorkBudget: CustomStringConvertible {
  /// `work in proportion to the rows returned`, `constant work`, or its parts.
  public var description: String {
    switch limit {
    case .none, .reported: return "any work"
    case .proportional: return "work in proportion to the rows"
    case .measures(.constant, .constant, .constant): return "constant work"
    case .measures(let fullScanSteps, let sorts, let vmSteps):
      let parts = [("full-scan steps", fullScanSteps), ("sorts", sorts), ("VM steps", vmSteps)]
      return parts.filter { $0.1 != .unlimited }.map { "\($0.1) \($0.0)" }
        .joined(separator: ", ")
    }
  }
}
