import GRDB
import QueryBudgetGRDB
import Testing

/// GRDB's connections are reached between its accesses.
@Suite("Work through GRDB")
struct GRDBWorkTests {
  private func expectWork<Writer: DatabaseWriter>(of library: Library<Writer>) async throws {
    try library.addAuthors(20)
    func search() throws {
      _ = try library.database.read { try Book.filter(Column("title") == "Book 3").fetchAll($0) }
    }
    let recorded = await library.recorder.recordResult(keeping: .work) {
      try search()
      _ = try await library.database.read { try Book.filter(key: 3).fetchOne($0) }
      try await library.database.write { try $0.execute(sql: "UPDATE author SET name = 'new'") }
    }
    _ = try recorded.value
    let queries = recorded.recording.statements.filter {
      StatementKind.queries.contains($0.kind) && !$0.sql.contains("sqlite_master")
    }
    #expect(queries.map { $0.work?.fullScanSteps } == [19, 0, 19])
    #expect(!recorded.recording.statements.map(\.work).contains(nil))
    let after = try library.recorder.record {
      _ = try library.database.read { try Book.fetchCount($0) }
    }
    #expect(after.statements.allSatisfy { $0.work == nil })
  }

  @Test("on a queue")
  func queue() async throws {
    try await expectWork(of: Library.inMemory())
  }

  @Test("on a pool, whose readers are opened meanwhile")
  func pool() async throws {
    let file = try TemporaryFile()
    try await expectWork(
      of: Library { try DatabasePool(path: file.path, configuration: $0) })
  }

  @Test("inside of an access the connection can't be reached: not known, and no deadlock")
  func inside() throws {
    let library = try Library.inMemory()
    let recording = try library.database.write { db in
      library.recorder.recordResult(keeping: .work) {
        try db.execute(sql: "UPDATE author SET name = 'new'")
      }.recording
    }
    #expect(recording.statements.map(\.work) == [nil])
  }
}
