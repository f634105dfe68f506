import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Services that leave half of their work behind, as people write them, and what a developer reads.
@Suite("Atomic: classic mistakes") struct AtomicMistakeTests {
  private let shop: Kiosk.Shop<DatabaseQueue>
  private var database: DatabaseQueue { shop.database }

  init() throws { shop = try Kiosk.inMemory() }

  private func failure(_ call: () async throws -> Void) async throws -> String? {
    try await verifyAtomic("activate", on: shop.recorder, call).failure
  }

  @Test("Two accesses, two transactions")
  func twoWrites() async throws {
    let service = Kiosk.TwoWrites(database: database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 5 calls showed.

          It threw the error and left rows behind when write 2 of 2 failed, at \
        KioskMistakes.swift:14 in Kiosk.TwoWrites.activate(_:)
            INSERT INTO invoice(id, subscriptionId, cents) VALUES (?, ?, ?)
              subscription id 1: added, with readerId 1, term 'monthly'
            Committed before: INSERT INTO subscription(id, readerId, term) VALUES (?, ?, ?), at \
        KioskMistakes.swift:10 in Kiosk.TwoWrites.activate(_:).
            Write all of it in one transaction.
            In GRDB: one write { db in … } around all of it, with db handed on.
        """)
  }

  @Test("An error that is swallowed in the transaction")
  func swallowed() async throws {
    let service = Kiosk.SwallowedInvoice(database: database)
    let failure = try await failure { _ = try await service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 5 calls showed.

          It committed the rest when write 3 of 3 failed, at KioskMistakes.swift:28 in \
        Kiosk.SwallowedInvoice.activate(_:)
            INSERT INTO invoice(id, subscriptionId, cents) VALUES (?, ?, ?)
              reader id 1: isActive 0 -> 1
              subscription id 1: added, with readerId 1, term 'monthly'
            Committed without it: INSERT INTO subscription(id, readerId, term) VALUES (?, ?, ?), \
        at KioskMistakes.swift:25 in Kiosk.SwallowedInvoice.activate(_:); UPDATE reader SET \
        isActive = ? WHERE id = ?, at KioskMistakes.swift:26 in \
        Kiosk.SwallowedInvoice.activate(_:).
            The error was caught inside of the transaction: let it leave the transaction, so \
        that all is rolled back, and catch it there.
        """)
  }

  @Test("An error that is logged")
  func logged() async throws {
    let service = Kiosk.LoggedFailure(database: database) { _ in }
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure?.contains("It committed the rest when write 2 of 3 failed, at KioskMistakes.swift:44")
        == true)
    #expect(
      failure?.contains("It committed the rest when write 3 of 3 failed, at KioskMistakes.swift:45")
        == true)
  }

  @Test("A commit in a defer")
  func commitInDefer() async throws {
    let service = Kiosk.CommitInDefer(database: database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 4 calls showed.

          It threw the error and left rows behind when write 2 of 2 failed, at \
        KioskMistakes.swift:63 in Kiosk.CommitInDefer.activate(_:)
            INSERT INTO invoice(id, subscriptionId, cents) VALUES (?, ?, ?)
              subscription id 1: added, with readerId 1, term 'monthly'
            Committed though it failed: INSERT INTO subscription(id, readerId, term) VALUES (?, \
        ?, ?), at KioskMistakes.swift:61 in Kiosk.CommitInDefer.activate(_:).
            By COMMIT TRANSACTION, at KioskMistakes.swift:60 in \
        Kiosk.CommitInDefer.activate(_:): commit behind the last write, where no error gets to, \
        and not in a `defer` or a `catch`.
            In GRDB: write { db in … }, or db.inTransaction { … }.
        """)
  }

  @Test("No transaction")
  func withoutTransaction() async throws {
    let service = Kiosk.WithoutTransaction(database: database)
    let failure = try await failure { try service.renew([1, 2, 3]) }
    #expect(
      failure?.contains("It threw the error and left rows behind when write 2 of 6 failed") == true)
    #expect(failure?.contains("Committed before: 2 × INSERT INTO subscription") == true)
    #expect(failure?.contains("The same when write 5 failed.") == true)
    #expect(failure?.contains("The same when write 6 failed.") == true)
  }

  @Test("A write before the transaction")
  func outsideAndInside() async throws {
    let service = Kiosk.OutsideAndInside(database: database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 5 calls showed.

          It threw the error and left rows behind when write 2 of 3 failed, at \
        KioskMistakes.swift:92 in Kiosk.OutsideAndInside.activate(_:)
            INSERT INTO subscription(id, readerId, term) VALUES (?, ?, ?)
              reader id 1: isActive 0 -> 1
            Committed before: UPDATE reader SET isActive = ? WHERE id = ?, at \
        KioskMistakes.swift:90 in Kiosk.OutsideAndInside.activate(_:).
            Write all of it in one transaction.
            In GRDB: one write { db in … } around all of it, with db handed on.

          It threw the error and left rows behind when write 3 of 3 failed, at \
        KioskMistakes.swift:94 in Kiosk.OutsideAndInside.activate(_:)
            INSERT INTO invoice(id, subscriptionId, cents) VALUES (?, ?, ?)
              reader id 1: isActive 0 -> 1
            Committed before: UPDATE reader SET isActive = ? WHERE id = ?, at \
        KioskMistakes.swift:90 in Kiosk.OutsideAndInside.activate(_:).
            Write all of it in one transaction.
            In GRDB: one write { db in … } around all of it, with db handed on.
        """)
  }

  @Test("Undone by hand")
  func undoneByHand() async throws {
    let service = Kiosk.UndoneByHand(database: database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 6 calls showed.

          It threw the error and left rows behind when write 2 of 2 failed, and every write \
        behind it, at KioskMistakes.swift:112 in Kiosk.UndoneByHand.activate(_:)
            INSERT INTO invoice(id, subscriptionId, cents) VALUES (?, ?, ?)
              subscription id 1: added, with readerId 1, term 'monthly'
            Committed before: INSERT INTO subscription(id, readerId, term) VALUES (?, ?, ?), at \
        KioskMistakes.swift:107 in Kiosk.UndoneByHand.activate(_:).
            To be taken back by: DELETE FROM subscription WHERE id = ?, at \
        KioskMistakes.swift:115 in Kiosk.UndoneByHand.activate(_:).
            That can fail as well, and a process that dies doesn't get to it. Write all of it in \
        one transaction, which SQLite takes back.
            In GRDB: one write { db in … } around all of it, with db handed on.
        """)
  }

  @Test("Savepoints that swallow")
  func savepoints() async throws {
    let service = Kiosk.SwallowingSavepoints(database: database)
    let failure = try await failure { try service.renew([1, 2, 3]) }
    #expect(failure?.contains("It committed the rest when write 1 of 6 failed") == true)
    #expect(failure?.contains("Committed without it: 2 × INSERT INTO subscription") == true)
    #expect(failure?.contains("The same when write 3, 5 failed.") == true)
    #expect(failure?.contains("The same when write 4, 6 failed.") == true)
  }

  @Test("Two databases")
  func twoDatabases() async throws {
    let other = try Kiosk.inMemory(recorder: shop.recorder)
    let service = Kiosk.TwoDatabases(readers: database, invoices: other.database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure == """
        activate is not atomic, as 6 calls showed.

          It threw the error and left rows behind when commit 2 of 2 failed, at \
        KioskMistakes+Databases.swift:11 in Kiosk.TwoDatabases.activate(_:)
            COMMIT TRANSACTION
              failure (database 2) id 1: added, with text 'to be paid'
            Committed before: INSERT INTO failure(text) VALUES (?), at \
        KioskMistakes+Databases.swift:14 in Kiosk.TwoDatabases.activate(_:).
            No transaction spans two connections: write all of it by one of them (a database \
        that has to be another one can be attached to it).
        """)
  }

  @Test("A failure that is written down")
  func failureLog() async throws {
    let service = Kiosk.FailureLog(database: database)
    let failure = try await failure { try service.activate(1) }
    #expect(
      failure?.contains("It threw the error and left rows behind when write 2 of 2 failed") == true)
    #expect(
      failure?.contains("Written after it failed: INSERT INTO failure(text) VALUES (?), at") == true
    )
    #expect(
      failure?.contains("such as a log of failures, say so: ignoring: [\"failure\"].") == true)
  }

  @Test("A transaction that nobody rolls back")
  func leftOpen() throws {
    let wrapper = try RecordingDatabase(.inMemory)
    try wrapper.execute(Kiosk.schema)
    let service = Kiosk.LeftOpen(database: wrapper)
    let result = try verifyAtomic("activate", on: wrapper.recorder) { try service.activate(1) }
    #expect(
      result.failure?.contains("It left its transaction open when write 1 of 2 failed") == true)
    #expect(
      result.failure?.contains("It left its transaction open when write 2 of 2 failed") == true)
  }

  @Test("A commit that nobody looks after")
  func commitUnseen() throws {
    let wrapper = try RecordingDatabase(.inMemory)
    try wrapper.execute(Kiosk.schema)
    let service = Kiosk.CommitUnseen(database: wrapper)
    let result = try verifyAtomic("activate", on: wrapper.recorder) { try service.activate(1) }
    #expect(
      result.failure == """
        activate is not atomic, as 5 calls showed.

          It left its transaction open when its commit failed, at \
        KioskMistakes+Databases.swift:71 in Kiosk.CommitUnseen.activate(_:)
            COMMIT
            Roll back where the error is caught, or use a closure that does it by itself.
        """)
  }
}
