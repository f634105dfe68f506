import Foundation
import GRDB
import Newsroom

/// The rows as the audit log tells them, from the first entry to the last.
///
/// A change without an entry, and an entry without its change, both show: what the log ends with is
/// not what the table has.
struct AuditReplay {
  private typealias Fields = [String: AuditValue]

  /// Where the log and the tables differ.
  let problems: [String]

  init(_ db: Database) throws {
    var told: [String: Fields] = [:]
    var problems: [String] = []
    for entry in try AuditEntry.order(Column("id")).fetchAll(db) {
      let name = "\(entry.tableName) \(entry.rowId)"
      for (field, change) in entry.changes {
        if entry.action == .update, told[name]?[field] != change["old"] {
          problems.append("The log has no entry for what \(field) of \(name) was.")
        }
        told[name, default: [:]][field] = change["new"]
      }
    }
    for table in ["subscriber", "subscription", "invoice"] {
      for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
        let name = "\(table) \(row["id"] as Int64)"
        let found = Dictionary(uniqueKeysWithValues: row.map { ($0.0, Self.value($0.1)) })
        if told.removeValue(forKey: name) != found {
          problems.append("\(name) is not what the log says: \(row)")
        }
      }
    }
    let tables = #/(subscriber|subscription|invoice) \d+/#
    problems += told.keys.filter { $0.wholeMatch(of: tables) != nil }
      .map { "\($0) is in the log only." }
    self.problems = problems
  }

  private static func value(_ value: DatabaseValue) -> AuditValue {
    switch value.storage {
    case .null: .null
    case .int64(let integer): .integer(integer)
    case .double(let real): .real(real)
    case .string(let text): .text(text)
    case .blob(let data): .text(data.base64EncodedString())
    }
  }
}
