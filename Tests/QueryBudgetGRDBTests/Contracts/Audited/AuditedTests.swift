import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Audit logs as they should be, on every kind of database.
@Suite struct AuditedTests {
  private func allIsKept(_ office: EditorialOffice<some DatabaseWriter>) async throws {
    let desk = AuditedDesk(database: office.database)
    let before = try office.everything()
    let (log, recorder): (AuditLog, StatementRecorder) = ("auditEntry", office.recorder)
    try assertAudited("write", ["article"], in: log, on: recorder) { try desk.write("News") }
    try assertAudited("rename", ["article"], in: log, on: recorder) {
      try desk.rename(1, to: "Final")
    }
    try await assertAudited("publish all", ["article"], in: log, on: recorder) {
      try await desk.publishAll()
    }
    try assertAudited("release", ["article"], in: log, on: recorder) {
      try desk.release(1, as: "Final")
    }
    try assertAudited("release in steps", ["article"], in: log, on: recorder) {
      try desk.releaseInSteps(1, as: "Final")
    }
    try assertAudited("delete", ["article", "note"], in: log, on: recorder) {
      try desk.delete(1)
    }
    #expect(try office.everything() == before)
    try desk.rename(2, to: "Floods")
    #expect(try office.everything() != before)
  }

  @Test("A queue in memory") func queue() async throws { try await allIsKept(.inMemory()) }

  @Test("A queue on a file") func fileQueue() async throws {
    let file = try TemporaryFile()
    try await allIsKept(
      EditorialOffice { try DatabaseQueue(path: file.path, configuration: $0) })
  }

  @Test("A pool") func pool() async throws {
    let file = try TemporaryFile()
    try await allIsKept(EditorialOffice { try DatabasePool(path: file.path, configuration: $0) })
  }

  @Test("What changes nothing proves nothing")
  func nothing() throws {
    let office = try EditorialOffice.inMemory()
    let result = try verifyAudited("list", ["article"], in: "auditEntry", on: office.recorder) {
      try office.database.read { try OfficeArticle.fetchAll($0).count }
    }
    #expect(
      result.failure == """
        list: inconclusive. It changed no row of article, so that auditEntry had nothing to tell: \
        have it do its work, with the rows that it needs.
        """)
  }
}

extension EditorialOffice {
  /// Every row of the database and every object of its schema, temporary ones among them.
  func everything() throws -> [String] {
    try database.read { db in
      try ["article", "note", "auditEntry", "sqlite_master"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description)
      }
    }
      + database.writeWithoutTransaction { db in
        try Row.fetchAll(db, sql: "SELECT * FROM sqlite_temp_master").map(\.description)
      }
  }
}
