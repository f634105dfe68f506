import Foundation
import GRDB

/// Writes the audit log: an entry for each changed row, in the transaction of the change.
///
/// The statement that writes an entry reads the row as the database has it, so that the log can't
/// say anything else; only the new values of an update are those that the database is about to get.
struct AuditLog {
  private let db: Database
  private let scope: TenantScope
  // All that one transaction changes, changes at one time.
  private let now = Date()

  init(_ db: Database, scope: TenantScope) {
    self.db = db
    self.scope = scope
  }

  /// Logs rows that were inserted.
  func inserted<Record: TenantOwned>(
    _ rows: QueryInterfaceRequest<Record>,
    details: [AuditDetail]
  ) throws {
    let fields = try columns(of: Record.self).map { column in
      (column, "json_object('new', \(Column(column)))" as SQL)
    }
    try write("insert", rows, fields + details.map { try ($0.field, $0.inserted()) })
  }

  /// Logs rows that are about to be updated.
  func updating<Record: TenantOwned>(
    _ rows: QueryInterfaceRequest<Record>,
    to values: [String: DatabaseValue],
    details: [AuditDetail]
  ) throws {
    let fields = values.map { column, value in
      (column, "json_object('new', \(value), 'old', \(Column(column)))" as SQL)
    }
    try write("update", rows, fields + details.map { try ($0.field, $0.updated()) })
  }

  /// Logs rows that are about to be deleted.
  func deleting<Record: TenantOwned>(
    _ rows: QueryInterfaceRequest<Record>,
    details: [AuditDetail]
  ) throws {
    let fields = try columns(of: Record.self).map { column in
      (column, "json_object('old', \(Column(column)))" as SQL)
    }
    try write("delete", rows, fields + details.map { try ($0.field, $0.deleted()) })
  }

  private func columns(of record: (some TenantOwned).Type) throws -> [String] {
    try db.columns(in: record.databaseTableName).map(\.name)
  }

  private func write<Record: TenantOwned>(
    _ action: String,
    _ rows: QueryInterfaceRequest<Record>,
    _ fields: [(name: String, change: SQL)]
  ) throws {
    guard Record.isAudited else { return }
    let changes = fields.sorted { $0.name < $1.name }
      .map { "\($0.name), \($0.change)" as SQL }
      .joined(separator: ", ")
    try db.execute(
      literal: """
        INSERT INTO auditEntry (tenantId, actor, action, tableName, rowId, changes, at)
        SELECT \(scope.tenant.id), \(scope.actor.description), \(action),
          \(Record.databaseTableName), id, json_object(\(changes)), \(now)
        FROM (\(rows))
        """
    )
  }
}
