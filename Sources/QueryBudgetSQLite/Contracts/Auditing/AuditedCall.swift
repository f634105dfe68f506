import QueryBudget

/// What one call changed, and what it wrote to the log.
struct AuditedCall {
  let recording: Recording
  let entries: [AuditEntry]
  /// The statements that wrote to the log, in their order, by their places in the recording.
  let entryStatements: [Int]
  /// The changes of each guarded row.
  let histories: [[AuditedChange]]
  /// The guarded table that another connection changed, if one did.
  let unseen: String?

  init(
    _ changes: [RowChange],
    _ taken: TakenRecording,
    rules: AuditRules,
    before: DatabaseContents,
    after: DatabaseContents
  ) {
    recording = taken.recording
    let places = StatementPlaces(taken)
    let known = changes.sorted { $0.statement < $1.statement }.compactMap(places.change)
    let byTable = Dictionary(grouping: known, by: \.table)
    let written = (byTable[rules.logName] ?? []).filter { $0.old == nil }
    entries = AuditEntryReader(layout: rules.layout).entries(written)
    entryStatements = Set(written.compactMap(\.statement)).sorted()
    let tables = rules.tables.map { table in
      let empty = TableContents(name: table, columns: [], key: [], rows: [])
      let rows = AuditedRows(
        byTable[table] ?? [], before: before.tables[table] ?? empty,
        after: after.tables[table] ?? empty)
      return (table: table, rows: rows)
    }
    histories = tables.flatMap(\.rows.histories)
    unseen = tables.first { $0.rows.hasUnseen }?.table
  }

  /// The statement at a place of the recording.
  func statement(_ place: Int?) -> RecordedStatement? {
    place.flatMap { recording.statements.indices.contains($0) ? recording.statements[$0] : nil }
  }
}

/// Where statements stand in a recording, and of which transaction they are.
private struct StatementPlaces {
  private let taken: TakenRecording
  private let transactions: [Int: Int]

  init(_ taken: TakenRecording) {
    self.taken = taken
    let split = TransactionSplit(taken.recording)
    transactions = Dictionary(
      split.transactions.enumerated().flatMap { number, transaction in
        transaction.statements.map { ($0, number) }
      }, uniquingKeysWith: { $1 })
  }

  func change(_ change: RowChange) -> AuditedChange? {
    let place = taken.index(ofStatement: change.statement)
    return AuditedChange(
      statement: place, transaction: place.flatMap { transactions[$0] }, table: change.table,
      columns: change.columns, key: change.key, old: Self.values(change.old),
      new: Self.values(change.new))
  }

  private static func values(_ literals: [String]?) -> [SQLiteValue]? {
    literals.map { $0.map { SQLiteValue(literal: $0) ?? .text($0) } }
  }
}
