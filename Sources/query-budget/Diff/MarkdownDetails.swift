import QueryBudget

/// What changed of one measurement, to be unfolded in a comment.
struct MarkdownDetails {
  let change: BaselineChange

  var text: String {
    let summary =
      "<details><summary>\(change.mark): \(MarkdownText.code(change.name))</summary>\n"
    let path = MarkdownText.code(change.path)
    return ([summary, path + "\n"] + parts.map { $0 + "\n" } + ["</details>\n"])
      .joined(separator: "\n")
  }

  private var parts: [String] {
    guard let difference = change.difference else {
      guard change.old == nil, let new = change.new else {
        return [MarkdownText.block(change.lines, language: "text")]
      }
      return [MarkdownText.block(statements(of: new), language: "sql")]
    }
    return heads(difference) + difference.statements.flatMap(statement)
  }

  /// All that a new measurement runs, what grows first; long ones have an end.
  private func statements(of baseline: Baseline) -> [String] {
    let growing = Set(baseline.growing)
    let sorted =
      baseline.statements.filter(growing.contains)
      + baseline.statements.filter { !growing.contains($0) }
    let lines = sorted.prefix(20).flatMap { statement in
      let rows = statement.rows.map { ", rows: \($0)" } ?? ""
      let reason = statement.accepted.map { ", accepted: \($0)" } ?? ""
      return ["-- runs: \(statement.runs)\(rows)\(reason)", statement.sql]
    }
    return sorted.count > 20 ? lines + ["-- and \(sorted.count - 20) more"] : lines
  }

  /// What changed of the measurement as a whole.
  private func heads(_ difference: BaselineDifference) -> [String] {
    var old: [String] = []
    var new: [String] = []
    func add(_ word: String, _ before: String, _ now: String) {
      if before != now {
        old.append("- \(word) \(before)")
        new.append("+ \(word) \(now)")
      }
    }
    add("name   ", difference.old.name, difference.new.name)
    add("scales ", difference.old.scalesText, difference.new.scalesText)
    add("queries", difference.old.queries, difference.new.queries)
    let remark = difference.comparesPlans ? [] : [MarkdownText.code(difference.plansRemark)]
    return (old.isEmpty ? [] : [MarkdownText.block(old + new, language: "diff")]) + remark
  }

  private func statement(_ statement: StatementDifference) -> [String] {
    let word = "**\(statement.presence.rawValue)**"
    let judgement = statement.judgement == .changed ? "" : " (\(statement.judgement.rawValue))"
    let sql = MarkdownText.block([statement.sql], language: "sql")
    let details = statement.markdownLines
    return [word + judgement, sql]
      + (details.isEmpty ? [] : [MarkdownText.block(details, language: "diff")])
  }
}

extension Baseline {
  /// `articles 1, 10, 100; tags 1, 5`.
  var scalesText: String {
    axes.map { axis in
      "\(axis.name) \(axis.scales.map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension StatementDifference {
  /// What was and what is, one value a line.
  fileprivate var markdownLines: [String] {
    var lines: [String] = []
    func add(_ word: String, _ before: [String], _ now: [String]) {
      guard before != now else { return }
      lines += before.map { "- \(word) \($0)" } + now.map { "+ \(word) \($0)" }
    }
    func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
    add("runs    ", one(old?.runs), one(new?.runs))
    add("rows    ", one(old?.rows), one(new?.rows))
    if presence == .changed {
      add("kind    ", one(old?.kind.description), one(new?.kind.description))
    }
    if let plan {
      add("plan    ", plan.old, plan.new)
      lines += plan.regressions.map { "! \($0)" }
    } else if presence != .changed {
      add("plan    ", old?.plan ?? [], new?.plan ?? [])
    }
    add("accepted", one(old?.accepted), one(new?.accepted))
    return lines
  }
}
