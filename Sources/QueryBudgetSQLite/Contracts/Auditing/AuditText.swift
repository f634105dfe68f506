import QueryBudget

/// What is wrong with the entry of a change, in words.
struct AuditText {
  /// One thing that is wrong, and the way out.
  struct Wrong {
    let summary: String
    let advice: [String]
  }

  let rules: AuditRules
  let pair: AuditAlignment.Pair

  private var log: String { rules.logName }
  private var change: AuditedChange { pair.change }
  private var entry: String { "The entry in \(log)" }

  /// Everything that is wrong with it, in sentences.
  var wrongs: [Wrong] {
    pair.mistakes.compactMap(single) + [missing, old, new].compactMap { $0 }
  }

  private func single(_ mistake: AuditMistake) -> Wrong? {
    switch mistake {
    case .action: action
    case .unreadable:
      Wrong(
        summary: "\(entry) has changes that can't be read",
        advice: [
          "They must be a JSON object, such as {\"title\": {\"old\": \"Draft\", \"new\": \"Final\"}}."
        ])
    case .noValues(let isOld): noValues(isOld)
    case .unmasked(let column):
      Wrong(
        summary: "\(entry) holds the value of \(name(column)), which is to be masked",
        advice: ["Write *** in its place: a log is read by more people than the table."])
    case .noActor:
      Wrong(
        summary: "\(entry) does not say who did it",
        advice: [
          "\(column(rules.layout.actor)) is empty: hand the actor down to where the entry is written, "
            + "also in jobs, and declare the column NOT NULL."
        ])
    case .noTime:
      Wrong(
        summary: "\(entry) does not say when it was done",
        advice: ["\(column(rules.layout.time)) is empty: declare it NOT NULL."])
    case .missing, .old, .new: nil
    }
  }

  private var action: Wrong {
    let word = pair.entry.action
    let kinds: [StatementKind: String] = [
      .insert: "inserts", .update: "updates", .delete: "deletes",
    ]
    let label = kinds[change.kind] ?? "updates"
    return Wrong(
      summary: "\(entry) calls «\(word)» what was \(Self.article(change.kind)) of a row of "
        + change.table,
      advice: [
        pair.entry.kind == nil
          ? "If that is the word for it: AuditLog(\"\(log)\", \(label): [\"\(word)\"])."
          : "Write the action where the row is changed, so that both are one."
      ])
  }

  private func noValues(_ isOld: Bool) -> Wrong {
    Wrong(
      summary: "\(entry) has no \(isOld ? "old" : "new") values of the row of \(change.table) that "
        + "was \(Self.past(change.kind))",
      advice: [
        isOld
          ? "Read the row before it is \(Self.past(change.kind)), in the same transaction, and write "
            + "its values."
          : "Write the values of the row as they are stored."
      ])
  }

  // MARK: Fields

  private var missing: Wrong? {
    let columns = pair.mistakes.compactMap {
      if case .missing(let column) = $0 { column } else { nil }
    }
    guard let first = columns.first else { return nil }
    return Wrong(
      summary: "\(entry) leaves out \(names(columns))",
      advice: [
        "Write every column that differs between the row before and after. One that nobody has to "
          + "know of can be left out by ignoring: [\"\(name(first))\"]."
      ])
  }

  private var old: Wrong? {
    let wrong = pair.mistakes.compactMap { mistake -> (column: Int, logged: LoggedValue?)? in
      if case .old(let column, let logged) = mistake { (column, logged) } else { nil }
    }
    guard !wrong.isEmpty else { return nil }
    let isNew = wrong.contains { column, logged in
      change.new.map { logged?.means($0[column]) ?? false } ?? false
    }
    return Wrong(
      summary: "\(entry) has \(wrong.count == 1 ? "a wrong old value" : "wrong old values") of "
        + names(wrong.map(\.column)),
      advice: wrong.map { column, logged in
        said(column, logged, "was \((change.old?[column] ?? .null).literal)")
      } + [
        isNew
          ? "That is the value after the change: read the row before it is changed."
          : "Read the row in the transaction that changes it, before it does."
      ])
  }

  private var new: Wrong? {
    let wrong = pair.mistakes.compactMap { mistake -> (column: Int, logged: LoggedValue?)? in
      if case .new(let column, let logged) = mistake { (column, logged) } else { nil }
    }
    guard !wrong.isEmpty else { return nil }
    return Wrong(
      summary: "\(entry) has \(wrong.count == 1 ? "a wrong new value" : "wrong new values") of "
        + names(wrong.map(\.column)),
      advice: wrong.map { column, logged in
        said(column, logged, "is \((change.new?[column] ?? .null).literal) in the database")
      } + ["Write what is stored, by reading the row after the change, and not what was asked for."]
    )
  }

  private func said(_ column: Int, _ logged: LoggedValue?, _ fact: String) -> String {
    "\(change.columns[column]) \(fact), and the entry says \(logged?.shown ?? "nothing")."
  }

  private func name(_ column: Int) -> String { "\(change.table).\(change.columns[column])" }

  private func names(_ columns: [Int]) -> String {
    let names = columns.map(name)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func column(_ place: Int) -> String { "\(log).\(rules.columns(of: log)[place])" }

  // MARK: Words

  /// `3 rows of article were updated`.
  static func happened(_ changes: [AuditedChange], of count: Int? = nil) -> String {
    let count = count ?? changes.count
    let rows = "\(count) \(count == 1 ? "row" : "rows") of \(changes[0].table)"
    return "\(rows) \(count == 1 ? "was" : "were") \(past(changes[0].kind))"
  }

  private static func past(_ kind: StatementKind) -> String {
    switch kind {
    case .insert: "inserted"
    case .delete: "deleted"
    default: "updated"
    }
  }

  private static func article(_ kind: StatementKind) -> String {
    switch kind {
    case .insert: "an insert"
    case .delete: "a delete"
    default: "an update"
    }
  }
}
