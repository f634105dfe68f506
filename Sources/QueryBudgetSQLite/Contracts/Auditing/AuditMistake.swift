/// What is wrong with an entry that tells of a change.
enum AuditMistake: Sendable, Hashable {
  /// The word says that something else was done.
  case action
  /// The values can't be read.
  case unreadable
  /// No values at all are there of the row before (true) or after.
  case noValues(old: Bool)
  case missing(column: Int)
  case old(column: Int, logged: LoggedValue?)
  case new(column: Int, logged: LoggedValue?)
  /// The value stands there that must not.
  case unmasked(column: Int)
  case noActor
  case noTime

  /// How much speaks against the entry being that of the change.
  var weight: Int {
    switch self {
    case .action: 6
    case .unreadable, .noActor, .noTime, .unmasked: 0
    case .noValues: 2
    case .missing, .old, .new: 1
    }
  }
}

extension AuditRules {
  /// What is wrong with an entry of this change.
  func mistakes(_ entry: AuditEntry, of change: AuditedChange) -> [AuditMistake] {
    var mistakes: [AuditMistake] = []
    if !mayCall(change, entry) { mistakes.append(.action) }
    if !entry.isReadable {
      mistakes.append(.unreadable)
    } else {
      mistakes += valueMistakes(entry, change)
    }
    if Self.isEmpty(entry.actor) { mistakes.append(.noActor) }
    if Self.isEmpty(entry.time) { mistakes.append(.noTime) }
    return mistakes
  }

  /// A row may be said to be deleted that is only marked so.
  private func mayCall(_ change: AuditedChange, _ entry: AuditEntry) -> Bool {
    if entry.kind == change.kind { return true }
    let isMark = change.changedColumns.contains { column in
      ["delet", "remov", "archiv", "trash"].contains {
        change.columns[column].lowercased().contains($0)
      }
    }
    return change.kind == .update && isMark && [.delete, .insert].contains(entry.kind)
  }

  private func valueMistakes(_ entry: AuditEntry, _ change: AuditedChange) -> [AuditMistake] {
    let columns = change.columns.indices.filter { !ignores($0, of: change) }
    let fields = columns.map { ($0, entry.field(change.columns[$0])) }
    if let side = missingSide(fields, change) { return [.noValues(old: side)] }
    return fields.flatMap { column, field in mistakes(field, column, change) }
  }

  /// Which side of all fields is left out, where none of the log's fields has it: old (true) or
  /// new.
  private func missingSide(
    _ fields: [(Int, AuditEntry.Field?)], _ change: AuditedChange
  ) -> Bool? {
    let told = change.changedColumns.filter { column in
      fields.contains { $0.0 == column } && !change.key.contains(column)
    }
    let hasOld = told.contains { (change.old?[$0] ?? .null) != .null }
    let hasNew = told.contains { (change.new?[$0] ?? .null) != .null }
    let saysOld = fields.contains { $0.1?.old.map { !$0.isNull } ?? false }
    let saysNew = fields.contains { $0.1?.new.map { !$0.isNull } ?? false }
    if hasOld, !saysOld, !hasNew || saysNew { return true }
    if hasNew, !saysNew, !hasOld || saysOld { return false }
    return hasOld && !saysOld && change.kind == .delete ? true : nil
  }

  private func mistakes(
    _ field: AuditEntry.Field?, _ column: Int, _ change: AuditedChange
  ) -> [AuditMistake] {
    let (old, new) = (change.old?[column] ?? .null, change.new?[column] ?? .null)
    guard let field else {
      // The key is told by the row that the entry names.
      let isNeeded = old != new && (!change.key.contains(column) || change.kind == .update)
      return isNeeded ? [.missing(column: column)] : []
    }
    if masks(column, of: change) {
      let isPlain = [(field.old, old), (field.new, new)].contains { logged, stored in
        stored != .null && logged?.means(stored) ?? false
      }
      return isPlain ? [.unmasked(column: column)] : []
    }
    var mistakes: [AuditMistake] = []
    if change.old != nil, !(field.old ?? .null).means(old) {
      mistakes.append(.old(column: column, logged: field.old))
    }
    if change.new != nil, !(field.new ?? .null).means(new) {
      mistakes.append(.new(column: column, logged: field.new))
    }
    return mistakes
  }

  private static func isEmpty(_ value: LoggedValue) -> Bool {
    if case .text(let text) = value { return text.allSatisfy(\.isWhitespace) }
    return value.isNull
  }
}
