import QueryBudget

/// Reads what was written to the log.
struct AuditEntryReader {
  let layout: AuditLayout

  /// The entries that a call added, in their order; the rows of one change are one entry.
  func entries(_ rows: [AuditedChange]) -> [AuditEntry] {
    rows.reduce(into: []) { entries, row in
      guard let entry = entry(row) else { return }
      if let last = entries.last, isMore(entry, of: last) {
        entries[entries.count - 1].rows += entry.rows
        entries[entries.count - 1].fields.merge(entry.fields) { _, new in new }
      } else {
        entries.append(entry)
      }
    }
  }

  /// Whether it tells of another field of the same change.
  private func isMore(_ entry: AuditEntry, of last: AuditEntry) -> Bool {
    guard case .fields = layout.values else { return false }
    return entry.table == last.table && entry.row == last.row && entry.action == last.action
      && entry.transaction == last.transaction && entry.actor == last.actor
      && !entry.fields.keys.contains { last.fields[$0] != nil }
  }

  private func entry(_ row: AuditedChange) -> AuditEntry? {
    guard let values = row.new else { return nil }
    let action = LoggedText.text(values[layout.action])
    let kind = layout.log.words.kind(of: action)
    let fields = fields(values, kind)
    return AuditEntry(
      statement: row.statement, transaction: row.transaction, rows: [row.difference],
      table: LoggedText.text(values[layout.table]), row: LoggedValue(values[layout.row]),
      action: action, kind: kind, actor: LoggedValue(values[layout.actor]),
      time: LoggedValue(values[layout.time]), fields: fields ?? [:], isReadable: fields != nil)
  }

  private func fields(
    _ values: [SQLiteValue], _ kind: StatementKind?
  ) -> [String: AuditEntry.Field]? {
    switch layout.values {
    case .fields(let field, let old, let new):
      let name = LoggedText.text(values[field])
      guard !name.isEmpty else { return [:] }
      return [
        AuditPart.folded(name): .init(old: LoggedValue(values[old]), new: LoggedValue(values[new]))
      ]
    case .objects(let old, let new):
      guard let old = object(values[old]), let new = object(values[new]) else { return nil }
      return Self.fields(old: old, new: new)
    case .changes(let changes):
      guard case .text(let text) = values[changes] else {
        return values[changes] == .null ? [:] : nil
      }
      return LoggedValue(json: text).flatMap { Self.changes($0, kind) }
    }
  }

  /// The members of a JSON column: none of NULL, nil where it holds no object.
  private func object(_ value: SQLiteValue) -> [String: LoggedValue]? {
    guard case .text(let text) = value else { return value == .null ? [:] : nil }
    guard let read = LoggedValue(json: text) else { return nil }
    return read.isNull ? [:] : read.members
  }

  private static func fields(
    old: [String: LoggedValue], new: [String: LoggedValue]
  ) -> [String: AuditEntry.Field] {
    var fields: [String: AuditEntry.Field] = [:]
    for (name, value) in old { fields[AuditPart.folded(name), default: .init()].old = value }
    for (name, value) in new { fields[AuditPart.folded(name), default: .init()].new = value }
    return fields
  }
}

// MARK: One JSON column

extension AuditEntryReader {
  private static let oldNames: Set<String> = ["old", "before", "from", "oldvalue", "previous"]
  private static let newNames: Set<String> = ["new", "after", "to", "newvalue", "current"]
  private static let fieldNames = ["field", "column", "attribute", "name", "key"]

  /// `{"title": {"old": …, "new": …}}`, `{"title": [old, new]}`, `{"old": {…}, "new": {…}}`, a list
  /// of `{"field": "title", "old": …, "new": …}`, or, of an insert and a delete, `{"title": …}`.
  static func changes(
    _ value: LoggedValue, _ kind: StatementKind?
  ) -> [String: AuditEntry.Field]? {
    switch value {
    case .null: return [:]
    case .list(let changes): return listed(changes)
    case .object(let members):
      if let sides = sides(members), sides.old.isNull || sides.old.members != nil,
        sides.new.isNull || sides.new.members != nil
      {
        return fields(old: sides.old.members ?? [:], new: sides.new.members ?? [:])
      }
      return Dictionary(
        members.map { (AuditPart.folded($0.key), field($0.value, kind)) }, uniquingKeysWith: { $1 })
    default: return nil
    }
  }

  private static func field(_ value: LoggedValue, _ kind: StatementKind?) -> AuditEntry.Field {
    if let members = value.members, let sides = optionalSides(members) {
      return .init(old: sides.old, new: sides.new)
    }
    if case .list(let pair) = value, pair.count == 2, kind == .update {
      return .init(old: pair[0], new: pair[1])
    }
    return kind == .delete ? .init(old: value) : .init(new: value)
  }

  private static func listed(_ changes: [LoggedValue]) -> [String: AuditEntry.Field]? {
    var fields: [String: AuditEntry.Field] = [:]
    for change in changes {
      guard let members = change.members,
        let name = fieldNames.lazy.compactMap({ members[$0] }).first,
        case .text(let field) = name
      else { return nil }
      let sides = optionalSides(members.filter { !fieldNames.contains($0.key) })
      fields[AuditPart.folded(field)] = .init(old: sides?.old, new: sides?.new)
    }
    return fields
  }

  private static func sides(
    _ members: [String: LoggedValue]
  ) -> (old: LoggedValue, new: LoggedValue)? {
    optionalSides(members).map { ($0.old ?? .null, $0.new ?? .null) }
  }

  /// The two values of an object that has no others.
  private static func optionalSides(
    _ members: [String: LoggedValue]
  ) -> (old: LoggedValue?, new: LoggedValue?)? {
    let named = members.map { (AuditPart.folded($0.key), $0.value) }
    guard !named.isEmpty,
      named.allSatisfy({ oldNames.contains($0.0) || newNames.contains($0.0) })
    else { return nil }
    return (
      named.first { oldNames.contains($0.0) }?.1, named.first { newNames.contains($0.0) }?.1
    )
  }
}

/// A name in a column of the log.
enum LoggedText {
  static func text(_ value: SQLiteValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    default: value.literal
    }
  }
}
