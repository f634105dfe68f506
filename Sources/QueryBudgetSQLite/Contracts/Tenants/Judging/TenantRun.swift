import QueryBudget

/// What one call came to.
struct TenantRun {
  /// A statement with the rows that it returned.
  struct Statement {
    let recorded: RecordedStatement
    let rows: [[SQLiteValue]]

    var sql: String { recorded.sql }
    var failed: Bool { recorded.failed }
    var expanded: String { recorded.expandedSQL ?? recorded.sql }
  }

  let answer: TenantAnswer
  let statements: [Statement]

  /// The rows that it wrote, each with the place of its statement.
  let changes: [(change: RowChange, statement: Int?)]

  /// Every row before and after the call.
  let before: DatabaseContents
  let after: DatabaseContents

  init<Value: Equatable>(
    _ recorded: RecordedResult<Value>,
    changes: [RowChange],
    before: DatabaseContents,
    after: DatabaseContents
  ) {
    let taken = recorded.taken
    answer = TenantAnswer(recorded.result)
    statements = taken.recording.statements.enumerated().map { place, statement in
      Statement(
        recorded: statement, rows: taken.results.indices.contains(place) ? taken.results[place] : []
      )
    }
    self.changes = changes.map { ($0, taken.index(ofStatement: $0.statement)) }
    self.before = before
    self.after = after
  }

  /// The statements that read or write the application's rows, by their place.
  var queries: [Int] {
    statements.indices.filter { StatementKind.queries.contains(statements[$0].recorded.kind) }
  }
}

/// What a call returned or threw.
struct TenantAnswer {
  /// What is shown of it, and compared where ids or times may differ.
  let text: String
  let isError: Bool
  private let value: Any
  private let equals: (Any) -> Bool

  init<Value: Equatable>(_ result: Result<Value, any Error>) {
    switch result {
    case .success(let value):
      text = Self.text(value)
      isError = false
      self.value = value
      equals = { ($0 as? Value) == value }
    case .failure(let error):
      text = "\(type(of: error)): \(error)"
      isError = true
      value = text
      equals = { [text] in ($0 as? String) == text }
    }
  }

  /// Whether both are the same, but for the keys that the database gave and for times of now.
  func isSame(as other: TenantAnswer, _ sameness: RunSameness) -> Bool {
    guard isError == other.isError else { return false }
    if equals(other.value) { return true }
    // A text that doesn't tell the two apart proves nothing.
    return text != other.text && sameness.isSame(text, other.text)
  }

  private static func text(_ value: some Any) -> String {
    // An empty array is one of bytes as well as of anything else.
    if let bytes = value as? any Collection<UInt8>, !bytes.isEmpty {
      return String(decoding: Array(bytes), as: UTF8.self)
    }
    return value is String ? "\(value)" : String(reflecting: value)
  }
}
