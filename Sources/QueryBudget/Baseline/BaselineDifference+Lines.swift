extension BaselineDifference {
  /// The lines that say it, in the order in which a reviewer wants to read them.
  public var lines: [String] {
    var lines: [String] = []
    if old.name != new.name {
      lines.append("name      \(old.name) -> \(new.name)")
      lines.append("  Two measurements of one test need a `part` each.")
    }
    if old.scales != new.scales {
      lines.append("scales    \(Self.text(old)) -> \(Self.text(new))")
    }
    if let queries { lines.append("queries   \(queries)") }
    lines += statements.flatMap(\.lines)
    if !comparesPlans { lines.append(plansRemark) }
    return lines
  }

  /// What is said where plans of two versions of SQLite were not compared.
  package var plansRemark: String {
    "Plans were not compared: they are of SQLite \(old.sqlite ?? "none") and \(new.sqlite ?? "none")."
  }

  private static func text(_ baseline: Baseline) -> String {
    baseline.axes.map { "\($0.name) \(GrowthLaw.list($0.scales))" }.joined(separator: "; ")
  }
}

extension StatementDifference {
  /// The statement, and what changed of it below.
  package var lines: [String] {
    let word = presence.rawValue
    let headline = word + String(repeating: " ", count: 10 - word.count) + sql
    return [headline] + details.map { "  " + $0 }
  }

  /// What changed of it, line by line.
  package var details: [String] {
    guard presence == .changed else {
      guard let statement = new ?? old else { return [] }
      var lines = ["runs    \(statement.runs)"]
      if presence == .new, let rows = statement.rows { lines.append("rows    \(rows)") }
      if let reason = statement.accepted { lines.append("accepted  \(reason)") }
      return lines
    }
    var lines: [String] = []
    if let runs { lines.append("runs    \(runs)") }
    if let rows { lines.append("rows    \(rows)") }
    if let old, let new, old.kind != new.kind { lines.append("kind    \(old.kind) -> \(new.kind)") }
    if let plan {
      lines.append("plan    \(plan)")
      lines += plan.regressions.map(\.differenceLine)
    }
    if let old, let new, old.accepted != new.accepted {
      lines.append("accepted  \(old.accepted ?? "none") -> \(new.accepted ?? "none")")
    }
    return lines
  }
}
