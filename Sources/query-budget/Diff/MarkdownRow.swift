import QueryBudget

/// One change in the table of a comment.
struct MarkdownRow {
  let change: BaselineChange

  var text: String {
    let cells = [
      change.mark, MarkdownText.code(change.name), law(change.old), law(change.new), what,
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func law(_ baseline: Baseline?) -> String {
    baseline.map { MarkdownText.code($0.queries) } ?? "–"
  }

  /// In few words; the details say the rest.
  private var what: String {
    guard let difference = change.difference else {
      switch change.category {
      case .worse: return "new, and it grows"
      case .new, .gone: return change.category.rawValue
      case .changed, .better: return "plans of another version of SQLite"
      }
    }
    let words = [
      word("query", difference, .new), word("query", difference, .gone), plans(difference),
      runs(difference),
    ].compactMap { $0 }
    if !words.isEmpty { return words.joined(separator: ", ") }
    if difference.old.name != difference.new.name { return "another name" }
    return difference.old.scales == difference.new.scales ? "details changed" : "other scales"
  }

  private func word(
    _ noun: String,
    _ difference: BaselineDifference,
    _ presence: StatementDifference.Presence
  ) -> String? {
    let count = difference.statements.count { $0.presence == presence }
    guard count > 0 else { return nil }
    return "\(count) \(count == 1 ? noun : "queries") \(presence.rawValue)"
  }

  private func runs(_ difference: BaselineDifference) -> String? {
    let changed = difference.statements.filter { $0.presence == .changed }
    let more = changed.count { $0.runs?.judgement == .worse }
    let fewer = changed.count { $0.runs?.judgement == .better }
    let rows = changed.count { $0.runs == nil && $0.rows != nil }
    let words = [(more, "runs more often"), (fewer, "runs less often"), (rows, "reads other rows")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func plans(_ difference: BaselineDifference) -> String? {
    let plans = difference.statements.compactMap(\.plan)
    let lost = plans.count { $0.judgement == .worse }
    if lost > 0 { return lost == 1 ? "1 plan got worse" : "\(lost) plans got worse" }
    guard !plans.isEmpty else { return nil }
    return plans.count == 1 ? "1 plan changed" : "\(plans.count) plans changed"
  }
}

extension BaselineChange {
  /// A sign that is told from the others without colour, too.
  var mark: String {
    switch category {
    case .worse: "🔴 worse"
    case .changed: "⚪️ changed"
    case .new: "🆕 new"
    case .gone: "⚫️ gone"
    case .better: "🟢 better"
    }
  }
}
