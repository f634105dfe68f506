import QueryBudget

/// Brings the changes of a call and the entries that it wrote together.
struct AuditMatching {
  /// Why a change has no entry of its own.
  enum Gap {
    case none
    /// Another transaction wrote it.
    case elsewhere(AuditEntry)
    /// An entry of the same transaction tells of it by the name of another row.
    case otherRow(AuditEntry)
    /// By the name of another table.
    case otherTable(AuditEntry)

    var isNone: Bool { if case .none = self { true } else { false } }
  }

  private(set) var pairs: [AuditAlignment.Pair] = []
  private(set) var gaps: [(change: AuditedChange, gap: Gap)] = []
  /// Entries of changes that did not happen.
  private(set) var untrue: [AuditEntry] = []

  private let rules: AuditRules
  private let entries: [AuditEntry]
  private var left: Set<Int>

  init(_ call: AuditedCall, _ rules: AuditRules) {
    self.rules = rules
    entries = call.entries
    left = Set(entries.indices)
    var missing: [AuditedChange] = []
    for history in call.histories {
      for changes in Self.byTransaction(history) { missing += align(changes) }
    }
    for change in missing { gaps.append((change, gap(of: change))) }
    untrue = left.sorted().map { entries[$0] }.filter(isUntrue)
  }

  private static func byTransaction(_ history: [AuditedChange]) -> [[AuditedChange]] {
    history.reduce(into: []) { groups, change in
      if groups.last?.last?.transaction == change.transaction, !groups.isEmpty {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
  }

  /// Answers the changes without an entry.
  private mutating func align(_ changes: [AuditedChange]) -> [AuditedChange] {
    let mine = left.sorted().filter { place in
      entries[place].transaction == changes[0].transaction
        && changes.contains { names(entries[place], $0) }
    }
    let aligned = AuditAlignment(changes, mine.map { entries[$0] }, rules)
    pairs += aligned.pairs
    let extra = mine.filter { place in
      aligned.extra.contains { $0.rows == entries[place].rows }
        && !aligned.pairs.contains { $0.entry.repeats(entries[place]) }
    }
    left.subtract(Set(mine).subtracting(extra))
    return aligned.missing
  }

  private mutating func gap(of change: AuditedChange) -> Gap {
    func fits(_ entry: AuditEntry) -> Int? {
      let mistakes = rules.mistakes(entry, of: change)
      return mistakes.contains(.action) ? nil : mistakes.reduce(0) { $0 + $1.weight }
    }
    func best(_ condition: (AuditEntry) -> Bool) -> Int? {
      left.sorted().filter { condition(entries[$0]) }
        .compactMap { place in fits(entries[place]).map { (place, $0) } }
        .min { $0.1 < $1.1 }?.0
    }
    if let place = best({ $0.transaction != change.transaction && names($0, change) }) {
      left.remove(place)
      return .elsewhere(entries[place])
    }
    func tellsAll(_ entry: AuditEntry) -> Bool {
      entry.transaction == change.transaction && !entry.fields.isEmpty && fits(entry) == 0
    }
    if let place = best({ tellsAll($0) && rules.table($0.table) == change.table }) {
      left.remove(place)
      return .otherRow(entries[place])
    }
    if let place = best({ tellsAll($0) && namesRow($0, change) }) {
      left.remove(place)
      return .otherTable(entries[place])
    }
    return .none
  }

  private func names(_ entry: AuditEntry, _ change: AuditedChange) -> Bool {
    rules.table(entry.table) == change.table && namesRow(entry, change)
  }

  private func namesRow(_ entry: AuditEntry, _ change: AuditedChange) -> Bool {
    change.keys.contains { key in
      entry.row.names(key, change.key.map { change.columns[$0] })
    }
  }

  /// Whether an entry that belongs to no change says that there was one.
  private func isUntrue(_ entry: AuditEntry) -> Bool {
    guard let table = rules.table(entry.table), let kind = entry.kind else { return false }
    guard kind == .update, !entry.fields.isEmpty else { return true }
    // Fields that are no columns, such as the tags of an article, are rows of other tables.
    let columns = Set(rules.columns(of: table).map(AuditPart.folded))
    return entry.fields.contains { name, field in columns.contains(name) && field.old != field.new }
  }
}

extension LoggedValue {
  /// Whether it names the row of a key: its value, or the values of several columns as a list, as
  /// an object, or joined by a sign.
  func names(_ key: [SQLiteValue], _ columns: [String]) -> Bool {
    if key.count == 1 { return means(key[0]) }
    guard case .text(let text) = self else { return false }
    switch LoggedValue(json: text) {
    case .list(let values)?:
      return values.count == key.count && zip(values, key).allSatisfy { $0.means($1) }
    case .object(let members)?:
      return zip(columns, key).allSatisfy { members[$0]?.means($1) ?? false }
    default:
      let parts = key.map(LoggedText.text)
      return [",", ", ", "/", ":", "-", "|", "_", " ", ";", "."].contains {
        text == parts.joined(separator: $0)
      }
    }
  }
}
