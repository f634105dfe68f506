import CStatementTrace
import Foundation
import QueryBudget

extension qb_statement {
  /// What it did, where its end was told.
  var knownWork: StatementWork? {
    guard has_work else { return nil }
    return StatementWork(
      fullScanSteps: Int(work.full_scan_steps),
      sorts: Int(work.sorts),
      automaticIndexRows: Int(work.automatic_index_rows),
      vmSteps: Int(work.vm_steps)
    )
  }
}

extension TracedConnection {
  /// Calls `body` with the statements of the log from a position on.
  func withStatements(
    from position: UInt64,
    _ body: (UnsafeBufferPointer<qb_statement>) -> Void
  ) {
    var count = 0
    guard let statements = qb_trace_copy(trace, position, &count) else { return }
    defer {
      for at in 0..<count {
        free(statements[at].expanded)
        free(statements[at].results)
      }
      free(statements)
    }
    body(UnsafeBufferPointer(start: statements, count: count))
  }

  /// How often each text ran in each scope, in the order in which the texts were first seen.
  func copyCounts() -> [qb_count] {
    var count = 0
    guard let counts = qb_trace_copy_counts(trace, &count) else { return [] }
    defer { free(counts) }
    return Array(UnsafeBufferPointer(start: counts, count: count)).sorted { $0.text < $1.text }
  }
}
