import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite

extension TenantSession {
  /// A session whose rows of another tenant the fixtures write.
  init(
    _ name: String,
    on recorder: StatementRecorder,
    tenant: any SQLiteBindable,
    column: String,
    sharing: [String]
  ) throws {
    var stored = [tenant.sqliteValue]
    // GRDB stores a UUID as its bytes, unless it is told to.
    if let id = tenant as? UUID {
      stored.append(.text(id.uuidString.lowercased()))
      stored.append(.blob(withUnsafeBytes(of: id.uuid) { Array($0) }))
    }
    try self.init(
      name, on: recorder, tenant: stored, column: column, sharing: sharing,
      writer: NeighbourWriter(recorder))
  }
}

/// What code that returns nothing answers.
struct NoAnswer: Equatable, CustomDebugStringConvertible {
  var debugDescription: String { "nothing" }
}
