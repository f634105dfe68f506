import QueryBudget

/// A recording as the tool prints it: fingerprints, and none of the script's values.
struct RecordingListing: Encodable {
  struct Statement: Encodable {
    let connection: Int
    let failed: Bool
    let fingerprint: String
    let kind: StatementKind
    let rows: Int
  }

  let counted: Int
  let statements: [Statement]

  init(_ recording: Recording) {
    counted = recording.queryCount
    statements = recording.statements.map { statement in
      Statement(
        connection: statement.connection, failed: statement.failed,
        fingerprint: statement.fingerprint.sql, kind: statement.kind, rows: statement.rows)
    }
  }

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .json: try JSONOutput.text(self, pretty: true)
    case .text: lines.joined(separator: "\n")
    }
  }

  private var lines: [String] {
    let rows = statements.map { statement in
      let kind = "\(statement.kind)"
      let padding = String(repeating: " ", count: max(1, 12 - kind.count))
      let count = statement.rows == 1 ? "1 row" : "\(statement.rows) rows"
      let end = statement.failed ? "failed" : count
      return kind + padding + end + String(repeating: " ", count: max(1, 12 - end.count))
        + (statement.fingerprint.isEmpty ? "(no text)" : statement.fingerprint)
    }
    return rows + ["\(counted) of \(statements.count) statements count as queries."]
  }
}
