import QueryBudget

/// Says what is wrong with the entries of a call.
struct AuditFindings {
  let bench: ContractBench
  let rules: AuditRules
  let schema: AuditedSchema
  let call: AuditedCall

  var log: String { rules.logName }

  /// Everything that is wrong.
  var violations: [ContractViolation] {
    let matching = AuditMatching(call, rules)
    return gaps(matching) + mistakes(matching) + untrue(matching)
  }

  // MARK: Changes without an entry

  private func gaps(_ matching: AuditMatching) -> [ContractViolation] {
    let none = matching.gaps.filter(\.gap.isNone).map(\.change)
    return grouped(none).map { noEntry($0, matching) }
      + grouped(matching.gaps.filter { !$0.gap.isNone }) { $0.change }.compactMap { gaps in
        switch gaps[0].gap {
        case .none: nil
        case .elsewhere(let entry): elsewhere(gaps.map(\.change), entry)
        case .otherRow(let entry): otherRow(gaps[0].change, entry)
        case .otherTable(let entry): otherTable(gaps[0].change, entry)
        }
      }
  }

  private func noEntry(_ changes: [AuditedChange], _ matching: AuditMatching) -> ContractViolation {
    let statements = Set(changes.map(\.statement))
    let told = matching.pairs.count {
      statements.contains($0.change.statement) && $0.change.table == changes[0].table
    }
    let has =
      told == 0
      ? "has no entry for \(changes.count == 1 ? "it" : "them")"
      : "has an entry for only \(told) of them"
    return ContractViolation(
      "\(AuditText.happened(changes, of: told + changes.count)), and \(log) \(has)",
      at: shown(changes[0].statement), rows: changes.map(\.difference),
      advice: AuditAdvice(findings: self).noEntry(changes, told: told))
  }

  private func elsewhere(_ changes: [AuditedChange], _ entry: AuditEntry) -> ContractViolation {
    let its = changes.count == 1 ? "its entry" : "their entries"
    let was = changes.count == 1 ? "was" : "were"
    return ContractViolation(
      "\(AuditText.happened(changes)), and \(its) in \(log) \(was) written by another transaction",
      at: shown(changes[0].statement), rows: changes.map(\.difference),
      advice: [
        "The entry is written" + place(entry.statement) + ".",
        "A crash between the two loses one of them: write both in one transaction.",
      ])
  }

  private func otherRow(_ change: AuditedChange, _ entry: AuditEntry) -> ContractViolation {
    ContractViolation(
      "The entry in \(log) names \(change.table) \(entry.row.shown), and the row is another",
      at: shown(entry.statement), rows: [change.difference] + entry.rows,
      advice: [
        "Give it the key of the row that was changed: "
          + change.difference.key + "."
      ])
  }

  private func otherTable(_ change: AuditedChange, _ entry: AuditEntry) -> ContractViolation {
    ContractViolation(
      "The entry in \(log) names the table «\(entry.table)», and the row is one of \(change.table)",
      at: shown(entry.statement), rows: [change.difference] + entry.rows,
      advice: ["Give it the name of the table: \(change.table)."])
  }

  // MARK: Entries that are wrong

  private func mistakes(_ matching: AuditMatching) -> [ContractViolation] {
    let wrong = matching.pairs.flatMap { pair in
      AuditText(rules: rules, pair: pair).wrongs.map { (pair: pair, wrong: $0) }
    }
    return grouped(wrong, by: { $0.wrong.summary }, at: { $0.pair.entry.statement }).map { group in
      ContractViolation(
        group[0].wrong.summary, at: shown(group[0].pair.entry.statement),
        rows: group.flatMap { [$0.pair.change.difference] + $0.pair.entry.rows },
        advice: group[0].wrong.advice)
    }
  }

  private func untrue(_ matching: AuditMatching) -> [ContractViolation] {
    grouped(matching.untrue, by: { $0.table }, at: \.statement).map { entries in
      ContractViolation(
        "\(log) tells of a change of \(entries[0].table) \(entries[0].row.shown) that did not happen",
        at: shown(entries[0].statement), rows: entries.flatMap(\.rows),
        advice: [
          "Write the entry with the change, in its transaction, and only when the statement changed "
            + "a row."
        ])
    }
  }

  // MARK: An entry that failed

  /// What is wrong when a statement of the log failed: changes that stayed without it.
  func withoutEntry(failed write: EntryWrite) -> [ContractViolation] {
    let left = AuditMatching(call, rules).gaps.map(\.change)
    guard !left.isEmpty else { return [] }
    return [
      ContractViolation(
        "When the entry in \(log) failed, the change stayed: \(AuditText.happened(left)) and has no "
          + "entry",
        at: bench.shown(write.statement), rows: left.map(\.difference),
        advice: [
          "The error of the entry was caught and the work went on: let it leave the transaction, so "
            + "that the change is rolled back with it."
        ])
    ]
  }

  // MARK: Statements

  private func shown(_ place: Int?) -> ContractViolation.Statement? {
    call.statement(place).map(bench.shown)
  }

  /// `, at ArticleStore.swift:12 in ArticleStore.rename(_:)`, where that is known.
  private func place(_ statement: Int?) -> String {
    shown(statement)?.callSite.map { " at \($0)" } ?? ""
  }

  /// What one line of code brought about, together, in the order of the first.
  private func grouped<Element>(
    _ elements: [Element],
    by name: (Element) -> String,
    at statement: (Element) -> Int?
  ) -> [[Element]] {
    var groups: [[Element]] = []
    var places: [AuditGroup: Int] = [:]
    for element in elements {
      let origin = call.statement(statement(element))
      let key = AuditGroup(
        name: name(element), line: origin.map { CodeLine(sql: $0.sql, stack: $0.stack) })
      if let place = places[key] {
        groups[place].append(element)
      } else {
        places[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }

  private func grouped(_ changes: [AuditedChange]) -> [[AuditedChange]] {
    grouped(changes) { $0 }
  }

  private func grouped<Element>(
    _ elements: [Element], _ change: (Element) -> AuditedChange
  ) -> [[Element]] {
    grouped(
      elements, by: { "\(change($0).table) \(change($0).kind)" }, at: { change($0).statement })
  }
}

private struct AuditGroup: Hashable {
  let name: String
  let line: CodeLine?
}
