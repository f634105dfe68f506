/// Where the parts of an entry stand in a log that is there.
struct AuditLayout: Sendable {
  /// How the values of a change are kept.
  enum Values: Sendable {
    case changes(Int)
    case objects(old: Int, new: Int)
    case fields(field: Int, old: Int, new: Int)
  }

  let log: AuditLog
  let table: Int
  let row: Int
  let action: Int
  let actor: Int
  let time: Int
  let values: Values

  /// Finds the columns by what was given and by their usual names.
  init(_ log: AuditLog, columns: [String]) throws(HarnessError) {
    let finder = AuditColumnFinder(log: log, columns: columns)
    self.log = log
    table = try finder.column(.table)
    row = try finder.column(.row)
    action = try finder.column(.action)
    actor = try finder.column(.actor)
    time = try finder.column(.time)
    let changes = try finder.find(.changes)
    let (field, old, new) = (
      try finder.find(.field), try finder.find(.old), try finder.find(.new)
    )
    let names = [AuditPart.old, .new].contains { log.given[$0] != nil }
    if let changes, !names || log.given[.changes] != nil {
      values = .changes(changes)
    } else if let old, let new {
      values = field.map { .fields(field: $0, old: old, new: new) } ?? .objects(old: old, new: new)
    } else {
      throw finder.noValues
    }
  }
}

private struct AuditColumnFinder {
  let log: AuditLog
  let columns: [String]

  func column(_ part: AuditPart) throws(HarnessError) -> Int {
    if let found = try find(part) { return found }
    let names = part.usualNames.prefix(4).joined(separator: ", ")
    throw HarnessError(
      "No column of \(log.name) has a usual name for \(part.meaning), such as \(names): say which it "
        + "is, as in AuditLog(\"\(log.name)\", \(part): \"…\"). \(there)")
  }

  func find(_ part: AuditPart) throws(HarnessError) -> Int? {
    guard let given = log.given[part] else {
      let folded = columns.map(AuditPart.folded)
      return part.usualNames.lazy.compactMap { folded.firstIndex(of: AuditPart.folded($0)) }.first
    }
    guard let place = columns.firstIndex(where: { $0.lowercased() == given.lowercased() }) else {
      throw HarnessError(
        "\(log.name) has no column \(given), which AuditLog names for \(part.meaning). \(there)")
    }
    return place
  }

  var noValues: HarnessError {
    HarnessError(
      "No column of \(log.name) has a usual name for the changed fields, such as changes, or old and "
        + "new: say which they are, as in AuditLog(\"\(log.name)\", changes: \"…\") or "
        + "AuditLog(\"\(log.name)\", old: \"…\", new: \"…\"). \(there)")
  }

  private var there: String {
    let columns = columns.filter { !$0.isEmpty }
    return "Its columns are \(columns.joined(separator: ", "))."
  }
}
