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
    let words = counts(of: difference).filter { $0.count > 0 }.map { count, before, after in
      "\(count) \(before)\(count == 1 ? "query" : "queries")\(after)"
    }
    if !words.isEmpty { return words.joined(separator: ", ") }
    if difference.old.name != difference.new.name { return "another name" }
    return difference.old.scales == difference.new.scales ? "details changed" : "other scales"
  }

  private typealias Count = (count: Int, before: String, after: String)

  private func counts(of difference: BaselineDifference) -> [Count] {
    let statements = difference.statements
    let changed = statements.filter { $0.presence == .changed }
    return [
      (statements.count { $0.presence == .new }, "new ", ""),
      (statements.count { $0.presence == .gone }, "", " gone"),
      (changed.count { $0.plan?.judgement == .worse }, "", " with a worse plan"),
      (changed.count { $0.plan.map { $0.judgement != .worse } ?? false }, "", " with another plan"),
      (changed.count { $0.runs?.judgement == .worse }, "", " more often"),
      (changed.count { $0.runs?.judgement == .better }, "", " less often"),
      (changed.count { $0.runs?.judgement == .changed }, "", " with another law"),
      (changed.count { $0.runs == nil && $0.rows != nil }, "", " with other rows"),
    ]
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
