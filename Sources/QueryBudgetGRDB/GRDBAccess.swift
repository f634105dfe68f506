import GRDB
import QueryBudget
import QueryBudgetSQLite

/// Reaches one connection of GRDB's when no access to it is under way.
final class GRDBAccess: ConnectionAccess, @unchecked Sendable {
  // `database` is set once, before anybody else sees it, and only read while the gate holds back
  // every access; when it goes, Swift clears a weak reference atomically.
  let library: WayOut.Library? = .grdb
  private weak var database: Database?
  private let gate: AccessGate

  init(_ database: Database, gate: AccessGate) {
    self.database = database
    self.gate = gate
  }

  func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    // Inside an access the barrier would wait for itself, and which of the connections the access
    // belongs to can't be told: the caller goes without.
    guard !gate.isInside else { return nil }
    return try gate.alone {
      guard let handle = database?.sqliteConnection else { return nil }
      return try body(handle)
    }
  }
}
