/// Says what the runs of one statement from one line of code have in common.
struct RunsPhrase {
  let statement: StatementGrowth
  let origin: Diagnosis.Origin

  /// How many runs it has in all, from wherever.
  let total: Int
  let axes: [Axis]

  /// `100 runs, 100 different values: one query per article (N+1).`
  var text: String {
    let runs = FailureText.counted(origin.runs, "run")
    if origin.runs == 1 { return "\(runs)." }
    if origin.different == 1 {
      return "\(runs) with the same value: run it once and keep the result."
    }
    if origin.different < origin.runs {
      return
        "\(runs), \(origin.different) different values: load them at once and keep the results."
    }
    return "\(runs), \(origin.different) different values: \(cause)."
  }

  /// `one query per article (N+1)`, `2 updates per author`.
  private var cause: String {
    let isRead = statement.shape.kind == .read
    let noun = isRead ? "query" : statement.shape.kind.description
    guard case .sum(_, let terms) = statement.law, terms.count == 1, let term = terms.first,
      let units = units(of: term), let share = Rational(origin.runs, over: total),
      let each = try? term.coefficient * share
    else { return "one after the other" }
    let many = each == 1 ? "one \(noun)" : "\(each) \(Axis.plural(of: noun))"
    guard each.isWhole else { return "one after the other" }
    return "\(many) per \(units)" + (isRead ? " (N+1)" : "")
  }

  /// `article`, or `article and tag`; nil where it is no plain axis.
  private func units(of term: GrowthLaw.Term) -> String? {
    let names = term.factors.compactMap { factor in
      if case .axis(let name) = factor { axes.first { $0.name == name }?.singular } else { nil }
    }
    return names.count == term.factors.count ? names.joined(separator: " and ") : nil
  }
}
