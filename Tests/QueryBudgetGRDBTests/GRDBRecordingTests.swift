import Foundation
import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetSQLite
import Testing

/// What a recorder sees of GRDB's queue and pool, and what of it counts.
@Suite struct GRDBRecordingTests {
  @Test("GRDB's own traffic is told by its kind and doesn't count")
  func ownTraffic() throws {
    let library = try Library.inMemory()
    try library.addAuthors(2)
    let recording = try library.recorder.record {
      _ = try library.database.read { try Author.fetchAll($0) }
      try library.database.write { try Author(id: 9, name: "New").insert($0) }
    }
    #expect(recording.queryCount == 2)
    let others = Set(recording.statements.map(\.kind)).subtracting(StatementKind.queries)
    #expect(others.isSubset(of: [.transaction, .schema]))
    #expect(recording.statements.first { $0.kind == .read }?.rows == 2)
  }

  @Test("R15: a pool's readers and writer are all seen, on whatever thread")
  func poolReaders() async throws {
    let file = try TemporaryFile()
    let library = try Library { try DatabasePool(path: file.path, configuration: $0) }
    try library.addAuthors(3)
    let database = library.database
    let recording = try await library.recorder.record {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await database.read { db in
              _ = try Author.fetchAll(db)
              Thread.sleep(forTimeInterval: 0.02)
              _ = try Book.fetchAll(db)
            }
          }
        }
        try await group.waitForAll()
      }
      try await database.write { try Author(id: 9, name: "New").insert($0) }
    }
    #expect(recording.queryCount == 9)
    #expect(recording.unattributed == 0)
    #expect(Set(recording.statements.filter { $0.kind == .read }.map(\.connection)).count > 1)
  }

  @Test("An asyncRead carries no task, and still belongs to the only open recording")
  func asyncRead() async throws {
    let library = try Library.inMemory()
    try library.addAuthors(1)
    let recording = try await library.recorder.record {
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        library.database.asyncRead { result in
          _ = try? Author.fetchAll(result.get())
          done.resume()
        }
      }
    }
    #expect(recording.queryCount == 1)
  }

  @Test("With two recordings open, an asyncRead is unattributed and charged to neither")
  func unattributed() async throws {
    let library = try Library.inMemory()
    try library.addAuthors(1)
    let (recorder, database) = (library.recorder, library.database)
    async let first = recorder.record {
      try await Task.sleep(for: .milliseconds(50))
      return try await database.read { try Author.fetchAll($0) }
    }
    let second = try await recorder.record {
      try await Task.sleep(for: .milliseconds(20))
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        database.asyncRead { result in
          _ = try? Book.fetchAll(result.get())
          done.resume()
        }
      }
      try await Task.sleep(for: .milliseconds(60))
    }
    let other = try await first
    #expect(second.queryCount == 0)
    #expect(second.unattributed == 1)
    #expect(other.queryCount == 1)
    #expect(other.unattributed == 1)
  }

  @Test("A statement that a constraint refuses is marked")
  func failure() throws {
    let library = try Library.inMemory()
    let recorded = library.recorder.recordResult {
      try library.database.write { db in
        try Book(id: 1, authorId: 99, title: "Nobody's").insert(db)
      }
    }
    #expect(throws: DatabaseError.self) { try recorded.result.get() }
    let inserts = recorded.recording.statements.filter { $0.kind == .insert }
    #expect(inserts.map(\.failed) == [true])
  }

  @Test("R20: Database.trace takes the slot away, and the recording says so")
  func tracedByGRDB() throws {
    let library = try Library.inMemory()
    let error = #expect(throws: RecorderError.self) {
      try library.recorder.record {
        try library.database.write { db in
          db.trace { _ in }
          _ = try Author.fetchAll(db)
        }
      }
    }
    #expect(error?.code == .traceReplaced)
    #expect("\(try #require(error))".contains("StatementRecorder(observer:"))
  }

  @Test("An observer sees what GRDB's trace would, and the recorder counts as well")
  func observer() throws {
    let seen = Seen()
    let recorder = StatementRecorder(observer: { seen.add($0.expandedSQL) })
    let library = try Library(recorder: recorder) { try DatabaseQueue(configuration: $0) }
    let recording = try recorder.record {
      try library.database.write { try Author(id: 7, name: "Seven").insert($0) }
    }
    #expect(recording.queryCount == 1)
    #expect(seen.all.contains { $0.contains("VALUES (7,'Seven')") })
  }

  @Test("A recording inside of an access ends without waiting for that access")
  func insideAccess() throws {
    let library = try Library.inMemory()
    try library.addAuthors(2)
    let recording = try library.database.read { db in
      try library.recorder.record { try Author.fetchAll(db) }
    }
    #expect(recording.queryCount == 1)
  }
}

/// Texts that several threads add.
final class Seen: @unchecked Sendable {
  // Every access holds the lock.
  private let lock = NSLock()
  private var texts: [String] = []

  func add(_ text: String) { lock.withLock { texts.append(text) } }

  var all: [String] { lock.withLock { texts } }
}
