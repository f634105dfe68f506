import QueryBudget

/// The way out, where changes have no entry.
struct AuditAdvice {
  let findings: AuditFindings

  private var log: String { findings.log }

  func noEntry(_ changes: [AuditedChange], told: Int) -> [String] {
    let change = changes[0]
    let statement = findings.call.statement(change.statement)
    if statement == nil || !names(statement, change.table) {
      return [
        unasked(change), "Write their entries too, or have a trigger of \(change.table) do it.",
      ]
    }
    if replaced(change, statement) {
      return [
        "REPLACE deletes the row that is in its way: write an entry with its old values, or use "
          + "INSERT … ON CONFLICT DO UPDATE."
      ]
    }
    if Set(changes.map(\.statement)).count == 1, told + changes.count > 1 {
      return [
        "One statement changed them all: read the rows before it, and write an entry for each."
      ]
    }
    let nothing = findings.call.entries.isEmpty ? "Nothing in this call writes to \(log). " : ""
    return [
      nothing
        + "Write the entry where the row is changed, in the same transaction, so that no caller "
        + "can leave it out."
    ]
  }

  private func names(_ statement: RecordedStatement?, _ table: String) -> Bool {
    let name = table.split(separator: ".").last.map(String.init) ?? table
    return statement?.shape.tables.contains { CaseFolding.areEqual($0, name) } ?? false
  }

  private func replaced(_ change: AuditedChange, _ statement: RecordedStatement?) -> Bool {
    change.kind == .delete && statement?.kind == .insert
  }

  /// How rows change whose table the statement does not name.
  private func unasked(_ change: AuditedChange) -> String {
    let keys = findings.schema.cascades[change.table] ?? []
    let cascade = keys.first { change.kind == .delete ? $0.changesOnDelete : true }
    if change.kind != .insert, let cascade {
      return "The statement does not name \(change.table): \(cascade.shown)."
    }
    return "The statement does not name \(change.table): a trigger changes it."
  }
}
