import QueryBudget

/// A place in the run at which something can fail.
enum AtomicPoint: Sendable, Hashable {
  /// A write, by its statement and how often that ran before: code that runs several things at once
  /// may run them in another order the next time.
  case write(Fingerprint, before: Int)

  /// The commit of a transaction in which something was written, counted from 0.
  case commit(Int)
}

/// Tells which points the statements of a run are, as they come.
struct AtomicWatch {
  private struct Transaction {
    var names: [String?] = []
    var hasWritten = false
  }

  private let ignored: IgnoredColumns
  private var runs: [Fingerprint: Int] = [:]
  private var commits = 0
  private var open: [Int: Transaction] = [:]

  init(ignoring ignored: IgnoredColumns) { self.ignored = ignored }

  /// The point that a statement is, if it is one. `isFailing` says whether it is made to fail there.
  mutating func point(
    of sql: String,
    _ shape: StatementShape,
    on connection: Int,
    isFailing: (AtomicPoint) -> Bool = { _ in false }
  ) -> AtomicPoint? {
    if shape.isWrite {
      open[connection]?.hasWritten = true
      // A table that the contract is not about may lack its row.
      guard !(shape.tables.first.map(ignored.contains(table:)) ?? false) else { return nil }
      defer { runs[shape.fingerprint, default: 0] += 1 }
      return .write(shape.fingerprint, before: runs[shape.fingerprint, default: 0])
    }
    guard shape.kind == .transaction else { return nil }
    return pointOfTransaction(TransactionCommand(sql), on: connection, isFailing)
  }

  private mutating func pointOfTransaction(
    _ command: TransactionCommand, on connection: Int, _ isFailing: (AtomicPoint) -> Bool
  ) -> AtomicPoint? {
    // What is open behind a BEGIN was rolled back by SQLite itself.
    let before = command.begins ? Transaction() : open[connection] ?? Transaction()
    var after = before
    let commits = command.end(&after.names) ?? false
    open[connection] = after.names.isEmpty ? nil : after
    guard commits, before.hasWritten else { return nil }
    let point = AtomicPoint.commit(self.commits)
    self.commits += 1
    // A commit that fails leaves the transaction open.
    if isFailing(point) { open[connection] = before }
    return point
  }
}

extension StatementShape {
  /// Whether it inserts, updates or deletes.
  var isWrite: Bool { [.insert, .update, .delete].contains(kind) }
}

extension RecordedStatement {
  /// Whether it inserts, updates or deletes.
  package var isWrite: Bool { shape.isWrite }
}
