import QueryBudget

/// Rows that differ, by the statement of the second run that wrote them.
struct WrittenRows {
  struct Group {
    let writer: RowWriters.Writer
    var rows: [RowDifference]
    var statement: RecordedStatement { writer.statement }
    var kind: StatementKind { writer.kind }
  }

  /// In the order in which they ran; statements of one line and text are one group.
  private(set) var groups: [Group] = []

  /// Those that no statement of the second run is known to have written.
  private(set) var others: [RowDifference] = []

  init(_ rows: [RowMismatch], by writers: RowWriters) {
    for row in rows {
      guard let writer = writers.writer(of: row) else {
        others.append(row.difference)
        continue
      }
      let place = groups.firstIndex {
        $0.statement.isLike(writer.statement) && $0.statement.stack == writer.statement.stack
          && $0.kind == writer.kind
      }
      if let place {
        groups[place].rows.append(row.difference)
      } else {
        groups.append(Group(writer: writer, rows: [row.difference]))
      }
    }
    groups.sort { $0.writer.place < $1.writer.place }
  }
}

extension RecordedStatement {
  /// Whether it has the shape of another one.
  func isLike(_ other: RecordedStatement) -> Bool { fingerprint == other.fingerprint }
}
