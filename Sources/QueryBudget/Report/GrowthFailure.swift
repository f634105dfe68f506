/// The text of a test that fails because a measurement exceeds its budgets.
struct GrowthFailure {
  let result: GrowthResult

  private var growth: QueryGrowth { result.growth }
  private var axes: [Axis] { growth.measurement.axes }

  /// The headline, the table, and a paragraph for each excess and each line of code behind it.
  var text: String {
    let sections = result.excesses.flatMap(paragraphs)
    let accepted = acceptedLines.isEmpty ? [] : [acceptedLines.joined(separator: "\n")]
    let flapping = result.flapping.map { "  " + $0.explanation }
    return ([headline, result.table] + sections + accepted + flapping).joined(separator: "\n\n")
  }

  /// A paragraph for each statement that got worse than what was agreed.
  var worsened: [String] {
    result.worsened.flatMap { statement in
      statement.law.grows
        ? growthParagraphs(statement, statement.law.growthPhrase(on: axes))
        : [issuedParagraph(statement)].compactMap { $0 }
    }
  }

  /// Where a statement comes from that doesn't grow, and the index that it lacks.
  private func issuedParagraph(_ statement: StatementGrowth) -> String? {
    guard let finding = result.diagnosis?.finding(for: statement) else { return nil }
    let sites = finding.origins.compactMap(\.callSite).map(\.description)
    if sites.isEmpty { return nil }
    let lines = [statement.shape.fingerprint.sql] + finding.indexAdvice
    return (["  issued at " + FailureText.listed(sites)] + lines.map { "    " + $0 })
      .joined(separator: "\n")
  }

  private var headline: String {
    let name = growth.measurement.name
    var reasons: [String] = []
    if result.excesses.contains(where: { if case .growth = $0 { true } else { false } }) {
      reasons.append("\(result.budget) expected, \(growth.law) found")
    }
    if result.excesses.contains(where: { if case .accepted = $0 { true } else { false } }) {
      reasons.append("growth above what was accepted")
    }
    if result.excesses.contains(where: { if case .work = $0 { true } else { false } }) {
      reasons.append("\(result.work) expected, more of it found")
    }
    return reasons.isEmpty
      ? "\(name) accepts growth that is not there."
      : "\(name) exceeds its budget: \(reasons.joined(separator: "; "))."
  }

  private func paragraphs(_ excess: Excess) -> [String] {
    switch excess {
    case .growth(let statement):
      return growthParagraphs(statement, statement.law.growthPhrase(on: axes))
    case .accepted(let statement, let acceptance):
      let phrase = statement.law.growthPhrase(on: axes)
      return growthParagraphs(
        statement,
        "\(phrase), where \(acceptance.budget) was accepted (\(acceptance.reason))")
    case .work(let finding): return [workParagraph(finding)]
    case .unused(let acceptance):
      return [
        "  accepted (\(acceptance.reason)), and no such statement ran: remove it, or mend its SQL\n"
          + "    \(acceptance.fingerprint.sql)"
      ]
    }
  }

  // MARK: Growth

  private func growthParagraphs(_ statement: StatementGrowth, _ phrase: String) -> [String] {
    let sql = "    " + statement.shape.fingerprint.sql
    guard let finding = result.diagnosis?.finding(for: statement), !finding.origins.isEmpty else {
      let problem = result.diagnosisProblem.map { "\n    The line can't be told: \($0)" } ?? ""
      return ["  \(phrase)\n\(sql)\n    \(GrowthLaw.list(statement.runs)) runs.\(problem)"]
    }
    let total = finding.origins.map(\.runs).reduce(0, +)
    // What is to be done is the same for every line: it is said at the first that it helps.
    let advised = finding.origins.firstIndex { $0.different > 1 } ?? 0
    return finding.origins.enumerated().map { index, origin in
      let share =
        finding.origins.count > 1
        ? " (\(origin.runs) of \(FailureText.counted(total, "run")))" : ""
      let place = origin.callSite.map { ", at \($0)" } ?? ""
      let runs = RunsPhrase(statement: statement, origin: origin, total: total, axes: axes)
      let more = index == advised ? finding.advice + accessLines(finding.accesses) : []
      let problem = origin.problem.map { ["The line can't be told: \($0)"] } ?? []
      return
        (["  " + phrase + share + place, sql]
        + ([runs.text] + problem + more).map { "    " + $0 })
        .joined(separator: "\n")
    }
  }

  private func accessLines(_ accesses: [TableAccess]) -> [String] {
    accesses.isEmpty
      ? [] : ["Plan: " + accesses.map(\.description).joined(separator: ", ") + "."]
  }

  // MARK: Work

  private func workParagraph(_ finding: WorkFinding) -> String {
    let found = result.diagnosis?.finding(for: finding.statement)
    let site = found?.origins.first?.callSite.map { ", at \($0)" } ?? ""
    return
      (["  \(finding.phrase)\(site)", "    \(finding.statement.shape.fingerprint.sql)"]
      + (accessLines(found?.accesses ?? []) + (found?.indexAdvice ?? [])).map { "    " + $0 })
      .joined(separator: "\n")
  }

  // MARK: What was accepted

  private var acceptedLines: [String] {
    result.accepted.filter { acceptance in
      growth.growing.contains(where: acceptance.matches)
        && !result.excesses.contains { excess in
          if case .accepted(_, acceptance) = excess { true } else { false }
        }
    }.map { "  accepted (\($0.reason)): \($0.fingerprint.sql)" }
  }
}
