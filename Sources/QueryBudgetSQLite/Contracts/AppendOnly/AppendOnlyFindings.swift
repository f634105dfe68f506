import QueryBudget

/// Says by which ways a log can be rewritten, and what would stop it.
struct AppendOnlyFindings {
  let table: LogTable
  let before: TableContents
  let triggers: GuardingTrigger
  /// Whether the application's connection has temporary triggers on the table.
  let hasTemporary: Bool

  private var name: String { table.name }

  func violations(_ holes: [RewriteHole]) -> [ContractViolation] {
    let silent = holes.filter { $0.rewrote == nil }
    let open = holes.filter { $0.rewrote != nil }
    return [updates(open), deletes(open), replaces(open)].compactMap { $0 } + parents(open)
      + (silent.first.map { [ignored($0, silent)] } ?? [])
  }

  // MARK: What gets through

  private func updates(_ holes: [RewriteHole]) -> ContractViolation? {
    let found = holes.compactMap { hole in
      if case .update(let column) = hole.way { (column: column, hole: hole) } else { nil }
    }
    // The key is the last that somebody would change.
    guard let first = found.first(where: { !table.key.contains($0.column) }) ?? found.first else {
      return nil
    }
    let columns = found.map(\.column)
    let isAll = columns.count == table.writable.count
    return violation(
      first.hole,
      "An UPDATE of \(isAll ? "every column" : list(columns)) gets through",
      "This trigger refuses it, whatever the column:", triggers.update)
  }

  private func deletes(_ holes: [RewriteHole]) -> ContractViolation? {
    guard let hole = holes.first(where: { $0.way == .delete }) else { return nil }
    return violation(hole, "A DELETE gets through", "This trigger refuses it:", triggers.delete)
  }

  private func replaces(_ holes: [RewriteHole]) -> ContractViolation? {
    let found = holes.compactMap { hole in
      if case .replace(let key) = hole.way { (key: key, hole: hole) } else { nil }
    }
    guard let first = found.first else { return nil }
    let isDeleteOpen = holes.contains { $0.way == .delete }
    return violation(
      first.hole,
      "An INSERT OR REPLACE with a taken \(first.key.joined(separator: ", ")) gets through"
        + (isDeleteOpen ? "" : ", though a DELETE does not"),
      "REPLACE deletes the row that is in its way, and runs no delete trigger. This trigger refuses it:",
      triggers.replace(table.keys))
  }

  private func parents(_ holes: [RewriteHole]) -> [ContractViolation] {
    holes.compactMap { hole in
      switch hole.way {
      case .parentDelete(let key):
        parent(
          hole, key, "Deleting a row of \(key.parent)", "ON DELETE \(key.onDelete)", key.onDelete)
      case .parentUpdate(let key):
        parent(
          hole, key, "A new key for a row of \(key.parent)", "ON UPDATE \(key.onUpdate)",
          key.onUpdate)
      case .update, .delete, .replace: nil
      }
    }
  }

  private func parent(
    _ hole: RewriteHole, _ key: ForeignKeyAction, _ what: String, _ clause: String, _ action: String
  ) -> ContractViolation {
    let isDelete = clause == "ON DELETE CASCADE"
    return violation(
      hole, "\(what) \(isDelete ? "deletes" : "changes") rows of \(name)",
      "\(key.shown): leave out \(clause), or keep the key without REFERENCES, so that the log "
        + "outlives what it tells of. This trigger refuses it as well:",
      isDelete ? triggers.delete : triggers.update)
  }

  private func ignored(_ hole: RewriteHole, _ holes: [RewriteHole]) -> ContractViolation {
    let ways = holes.reduce(into: [String]()) { ways, hole in
      let way = hole.way.statement
      if !ways.contains(way) { ways.append(way) }
    }
    return ContractViolation(
      "\(ways.joined(separator: " and ")) of \(name): success is reported, and nothing is changed",
      at: .init(sql: hole.sql),
      advice: [
        "A trigger says RAISE(IGNORE), or puts the old values back, so that whoever writes believes "
          + "that it is done: have it say RAISE(ABORT, '\(name) is append-only')."
      ])
  }

  /// A violation for an insert that is refused.
  func insertRefused(_ reason: String) -> ContractViolation {
    ContractViolation(
      "No row can be inserted into \(name), so that it keeps no log",
      advice: [
        reason,
        "A trigger may refuse an INSERT only when its key is taken. If it asks for values that only "
          + "your code knows, write a row before the assertion.",
      ])
  }

  private func violation(
    _ hole: RewriteHole, _ summary: String, _ reason: String, _ trigger: [String]
  ) -> ContractViolation {
    let temporary =
      hasTemporary
      ? ["A temporary trigger refuses it on one connection only: leave out TEMP."] : []
    let rows = hole.rewrote.map { after in
      TableComparison(before, after).differences
    }
    return ContractViolation(
      summary + (hole.isPartial ? " for some of its rows" : ""), at: .init(sql: hole.sql),
      rows: Array((rows ?? []).prefix(3)), advice: temporary + [reason] + trigger.map { "  " + $0 })
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension RewriteAttempt.Way {
  fileprivate var statement: String {
    switch self {
    case .update: "UPDATE"
    case .delete: "DELETE"
    case .replace: "INSERT OR REPLACE"
    case .parentDelete, .parentUpdate: "A change of a parent"
    }
  }
}
