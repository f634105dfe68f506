/// What a column of an audit log is for.
enum AuditPart: String, CaseIterable, Sendable {
  case table, row, action, actor, time, changes, field, old, new

  /// The names that such columns have, the likeliest first, whatever their case and underscores.
  var usualNames: [String] {
    switch self {
    case .table:
      [
        "table", "tableName", "entity", "entityType", "entityName", "recordType", "resource",
        "resourceType", "model", "subjectType", "objectType", "targetType", "auditableType",
      ]
    case .row:
      [
        "rowId", "recordId", "entityId", "resourceId", "subjectId", "objectId", "targetId",
        "auditableId", "rowKey", "recordKey", "entityKey", "row", "record",
      ]
    case .action: ["action", "operation", "event", "op", "verb", "eventType", "kind", "type"]
    case .actor:
      [
        "actor", "actorId", "userId", "user", "performedBy", "changedBy", "createdBy", "principal",
        "author", "who", "whodunnit",
      ]
    case .time:
      [
        "at", "createdAt", "occurredAt", "timestamp", "time", "changedAt", "performedAt",
        "recordedAt", "loggedAt", "happenedAt", "createdOn", "date",
      ]
    case .changes: ["changes", "diff", "changedFields", "changeset", "delta", "objectChanges"]
    case .field: ["field", "fieldName", "column", "columnName", "attribute", "property"]
    case .old: ["old", "oldValue", "oldValues", "before", "previous", "previousValue", "oldData"]
    case .new: ["new", "newValue", "newValues", "after", "current", "newData"]
    }
  }

  /// What an error says that is missing.
  var meaning: String {
    switch self {
    case .table: "the table that changed"
    case .row: "the row that changed"
    case .action: "what was done"
    case .actor: "who did it"
    case .time: "when it was done"
    case .changes: "the changed fields"
    case .field: "the field that changed"
    case .old: "the old value"
    case .new: "the new value"
    }
  }

  /// A name without what differs between styles: `row_id` and `rowID` are one.
  static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
