import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// A run that could not have failed proves nothing, and says why.
@Suite("Atomic: doubts") struct AtomicDoubtTests {
  private let shop: Kiosk.Shop<DatabaseQueue>
  private var database: DatabaseQueue { shop.database }

  init() throws { shop = try Kiosk.inMemory() }

  @Test("It writes nothing")
  func nothingWritten() throws {
    let result = try verifyAtomic("list", on: shop.recorder) {
      try database.read { try Kiosk.Reader.fetchCount($0) }
    }
    #expect(
      result.failure == """
        list: inconclusive. It wrote nothing, so that no write could fail: have it do its work, with \
        the rows that it needs.
        """)
  }

  @Test("It changes no row")
  func nothingChanged() throws {
    let result = try verifyAtomic("rename", on: shop.recorder) {
      try database.write { try $0.execute(sql: "UPDATE reader SET name = 'Ida' WHERE id = 99") }
    }
    #expect(
      result.failure == """
        rename: inconclusive. No row is another one after it, so that nothing can be left behind: \
        have it change rows, with those that it needs.
        """)
  }

  @Test("It takes its own change back, and a failure between is seen all the same")
  func takenBack() throws {
    let result = try verifyAtomic("lend", on: shop.recorder) {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = 1")
        try db.execute(sql: "UPDATE reader SET isActive = FALSE WHERE id = 1")
      }
    }
    #expect(
      result.violations.map(\.summary)
        == ["It threw the error and left rows behind when write 2 of 2 failed"])
  }

  @Test("It remembers its first call")
  func remembered() throws {
    var isDone = false
    func activate() throws {
      guard !isDone else { return }
      isDone = true
      _ = try Kiosk.OneWrite(database: database).activate(1)
    }
    let result = try verifyAtomic("activate", on: shop.recorder) { try activate() }
    #expect(
      result.failure == """
        activate: inconclusive. It wrote in its first call and nothing in the second: it keeps \
        something outside of the database, which `preparing` has to bring back to what it was.
        """)
    try assertAtomic("activate", on: shop.recorder, preparing: { isDone = false }) {
      try activate()
    }
  }

  @Test("It does something else in each call")
  func another() throws {
    var calls = 0
    let result = try verifyAtomic("activate", on: shop.recorder) {
      calls += 1
      try database.write { db in
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('a')")
        if calls < 3 { try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = 1") }
      }
    }
    #expect(
      result.failure == """
        activate: inconclusive. Write 2 ran in one call and not in the next, so that it could not \
        fail: UPDATE reader SET isActive = ? WHERE id = ?. Bring back in `preparing` what the code \
        keeps outside of the database.
        """)
  }

  @Test("Rows that the preparation adds are there before")
  func prepared() throws {
    try assertAtomic(
      "activate", on: shop.recorder,
      preparing: {
        try database.write { try $0.execute(sql: "INSERT INTO reader VALUES (7, 'Ida', FALSE)") }
      }
    ) {
      _ = try Kiosk.OneWrite(database: database).activate(7)
    }
    #expect(try database.read { try Kiosk.Reader.fetchCount($0) } == 3)
  }

  @Test("What the code throws by itself is the caller's")
  func thrown() throws {
    #expect(throws: Kiosk.NoSuchReader.self) {
      try assertAtomic("activate", on: shop.recorder) {
        try database.write { _ in throw Kiosk.NoSuchReader() }
      }
    }
    #expect(throws: DatabaseError.self) {
      try assertAtomic("activate", on: shop.recorder) {
        _ = try Kiosk.OneWrite(database: database).activate(99)
      }
    }
    #expect(try database.read { try Kiosk.Subscription.fetchCount($0) } == 0)
  }

  @Test("Tables and columns that a failure may leave otherwise")
  func ignoring() throws {
    let service = Kiosk.FailureLog(database: database)
    try assertAtomic("activate", on: shop.recorder, ignoring: ["Failure"]) {
      try service.activate(1)
    }
    let log = Kiosk.TwoWrites(database: database)
    let result = try verifyAtomic(
      "activate", on: shop.recorder, ignoring: ["subscription", "reader.isActive"]
    ) {
      try log.activate(1)
    }
    #expect(result.verdict == .kept)
  }

  @Test("What there is not can't be ignored")
  func unknownNames() {
    func message(_ name: String) -> String? {
      do {
        _ = try verifyAtomic("activate", on: shop.recorder, ignoring: [name]) {}
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message("failures") == """
        activate: ignoring "failures": there is no such table; name a table, or a column as \
        table.column. There are failure, invoice, reader, subscription.
        """)
    #expect(
      message("reader.active") == """
        activate: ignoring "reader.active": table reader has no such column; it has id, name, \
        isActive.
        """)
  }
}
