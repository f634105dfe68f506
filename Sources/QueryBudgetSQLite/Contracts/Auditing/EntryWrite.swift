import QueryBudget

/// A statement that writes to the log by itself, and not by a trigger.
struct EntryWrite {
  /// Its number among the statements that write to the log.
  let number: Int
  let statement: RecordedStatement

  /// The first of each line of code.
  static func lines(of call: AuditedCall, to log: String) -> [EntryWrite] {
    let name = log.split(separator: ".").last.map(String.init) ?? log
    var seen: Set<CodeLine> = []
    return call.entryStatements.enumerated().compactMap { number, place in
      guard let statement = call.statement(place), statement.kind == .insert,
        let table = statement.shape.tables.first, CaseFolding.areEqual(table, name),
        seen.insert(CodeLine(sql: statement.sql, stack: statement.stack)).inserted
      else { return nil }
      return EntryWrite(number: number, statement: statement)
    }
  }
}

/// A line of code that issues a statement.
struct CodeLine: Hashable {
  let sql: String
  let stack: StackTrace?
}
