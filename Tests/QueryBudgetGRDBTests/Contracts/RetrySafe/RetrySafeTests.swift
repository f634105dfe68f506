import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Jobs that nobody may kill, and what a developer reads.
@Suite struct RetrySafeTests {
  private let payments: Payments<DatabaseQueue>
  private let jobs: HastyJobs
  private var recorder: StatementRecorder { payments.recorder }

  init() throws {
    payments = try .inMemory()
    jobs = HastyJobs(database: payments.database, mailer: payments.mailer)
  }

  @Test("An event that is recorded in a transaction before that of its work")
  func twoTransactions() throws {
    let result = try verifyRetrySafe("POST /webhooks", on: recorder) {
      try jobs.receivePayment("evt_1")
    }
    #expect(
      result.failure == """
        POST /webhooks is not safe to run again, as 16 calls showed.

          Run again, it does not end as one run does: it was killed at any of statements 4 to 6 of \
        6, at RetryMistakes.swift:18 in HastyJobs.receivePayment(_:)
            UPDATE account SET balance = balance + ? WHERE id = ?
              account id 1: balance 110 -> 100
            Before the arrow is what one run leaves, behind it what is there now.
            Committed before the kill: INSERT INTO receivedEvent(id, isProcessed) VALUES (?, ?) ON \
        CONFLICT DO NOTHING, at RetryMistakes.swift:11 in HastyJobs.receivePayment(_:).
            The second run takes the work for done: write that it is done in the transaction that \
        does it.
        """)
  }

  @Test("Work that is marked as done first")
  func markedFirst() async throws {
    let result = try await verifyRetrySafe("process event", on: recorder) {
      try await jobs.processEvent("evt_0")
    }
    #expect(
      result.failure == """
        process event is not safe to run again, as 16 calls showed.

          Run again, it does not end as one run does: it was killed at any of statements 4 to 6 of \
        6, at RetryMistakes.swift:32 in HastyJobs.processEvent(_:)
            INSERT INTO payment(eventId, accountId, amount) VALUES (?, ?, ?)
              payment id 1: removed, with eventId 'evt_0', accountId 1, amount 10
            «Removed» is what one run leaves and this did not.
            Committed before the kill: UPDATE receivedEvent SET isProcessed = ? WHERE id = ? AND \
        NOT isProcessed, at RetryMistakes.swift:25 in HastyJobs.processEvent(_:).
            The second run takes the work for done: write that it is done in the transaction that \
        does it.
        """)
  }

  @Test("Work without a key, and a mark in a transaction of its own")
  func noKey() throws {
    let result = try verifyRetrySafe("pay out", on: recorder) { try jobs.payOut("evt_0") }
    #expect(
      result.failure == """
        pay out is not safe to run again, as 22 calls showed.

          Run again, it does not end as one run does: it was killed at any of statements 7 to 9 of \
        9, at RetryMistakes.swift:47 in HastyJobs.payOut(_:)
            UPDATE receivedEvent SET isProcessed = ? WHERE id = ?
              payment id 2: added, with eventId 'evt_0', accountId 1, amount 10
            Written by the second run: INSERT INTO payment(eventId, accountId, amount) VALUES (?, \
        ?, ?), at RetryMistakes.swift:42 in HastyJobs.payOut(_:).
            Inserted twice: nothing tells the second run that the row is there. Put a unique index \
        on what makes it the same row, and insert with ON CONFLICT DO NOTHING.
            Committed before the kill: INSERT INTO payment(eventId, accountId, amount) VALUES (?, \
        ?, ?), at RetryMistakes.swift:42 in HastyJobs.payOut(_:).
            Write all of it in one transaction.
        """)
  }

  @Test("A unique key, and no answer to it")
  func throwing() throws {
    let result = try verifyRetrySafe("import event", on: recorder) { try jobs.importEvent("evt_1") }
    #expect(
      result.failure == """
        import event is not safe to run again, as 22 calls showed.

          Run again, it does not end as one run does: it was killed at any of statements 7 to 9 of \
        9, at RetryMistakes.swift:77 in HastyJobs.importEvent(_:)
            UPDATE receivedEvent SET isProcessed = ? WHERE id = ?
              receivedEvent id 'evt_1': isProcessed 1 -> 0
            Before the arrow is what one run leaves, behind it what is there now.
            Committed before the kill: INSERT INTO receivedEvent(id, isProcessed) VALUES (?, ?), \
        at RetryMistakes.swift:73 in HastyJobs.importEvent(_:).
            The second run can't go on from there: have it take what is there for done, by ON \
        CONFLICT DO NOTHING, or write all of it in one transaction.
            The second run threw an error, so that the work would never be finished: SQLite error \
        19: UNIQUE constraint failed: receivedEvent.id - while executing `INSERT INTO \
        receivedEvent (id, isProcessed) VALUES (?, 0)`
        """)
  }

  @Test("A mail before it is marked, and one behind it")
  func mails() throws {
    let mailer = payments.mailer
    let before = try verifyRetrySafe("mail invoice", on: recorder, effects: { mailer.sent }) {
      try jobs.mailInvoice(7)
    }
    #expect(
      before.failure == """
        mail invoice is not safe to run again, as 18 calls showed.

          Run again, it does not do the same as one run, outside of the database: it was killed at \
        any of statements 4 to 6 of 6, at RetryMistakes.swift:123 in HastyJobs.markMailed(_:)
            UPDATE invoice SET isMailed = ? WHERE id = ?
            Happened once more: «invoice 7».
            Nothing tells the receiver that it is the same one: hand over a key that is the same \
        in each run (an idempotency key, a message id).
        """)
    let behind = try verifyRetrySafe("mail invoice", on: recorder, effects: { mailer.sent }) {
      try jobs.mailInvoiceOnce(7)
    }
    #expect(
      behind.failure == """
        mail invoice is not safe to run again, as 18 calls showed.

          Run again, it does not do the same as one run, outside of the database: it was killed \
        right behind statement 6 of 6, at RetryMistakes.swift:122 in HastyJobs.markMailed(_:)
            COMMIT TRANSACTION
            Never happened: «invoice 7».
            What is marked as done is not done again: mark it behind it, and hand over a key that \
        is the same in each run.
        """)
  }

  @Test("What was taken out before it was put in, and money drawn without a transaction")
  func others() throws {
    let order = try verifyRetrySafe("order", on: recorder) { try jobs.order("ada") }
    #expect(order.violations.count == 1)
    #expect(
      order.violations.flatMap(\.rows).map(\.description) == [
        "orderLine id 1: removed, with reader 'ada', article 'Swift'",
        "orderLine id 2: removed, with reader 'ada', article 'SQLite'",
      ])
    let transfer = try verifyRetrySafe("transfer", on: recorder) { try jobs.transfer(10) }
    #expect(
      transfer.violations.map { $0.rows.map(\.description) } == [
        ["account id 1: balance 90 -> 80"],
        ["account id 1: balance 90 -> 80", "account id 2: balance 60 -> 70"],
      ])
  }

  @Test("The same work done well, in several ways")
  func clean() async throws {
    let shop = CarefulShop(database: payments.database, mailer: payments.mailer)
    let mailer = payments.mailer
    try assertRetrySafe("pay", on: recorder) { try shop.receivePayment("evt_1") }
    try await assertRetrySafe("receipt", on: recorder) { try await shop.writeReceipt("evt_1") }
    try assertRetrySafe("cart", on: recorder) { try shop.fillCart("bob", ["Swift", "SQLite"]) }
    try assertRetrySafe("order", on: recorder) { try shop.order("ada") }
    try assertRetrySafe("visit", on: recorder) { try shop.visit(1) }
    try assertRetrySafe(
      "job", on: recorder, ignoring: ["job.attempts"], preparing: { mailer.empty() },
      effects: { mailer.sent }
    ) {
      try shop.runJob(3)
    }
    try assertRetrySafe("register", on: recorder) { try shop.register("evt_1") }
  }

  @Test("What could not have failed is no pass")
  func doubts() throws {
    let nothing = try verifyRetrySafe("read", on: recorder) {
      try payments.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM account") }
    }
    #expect(nothing.verdict != .kept)
    let mailer = payments.mailer
    let shop = CarefulShop(database: payments.database, mailer: mailer)
    // The mailer knows the key from the first of the two calls.
    let remembered = try verifyRetrySafe("job", on: recorder, effects: { mailer.sent }) {
      try shop.runJob(3)
    }
    #expect(
      remembered.failure == """
        job: inconclusive. Two calls from the same rows had 1 and 0 effects. Put back what the \
        code keeps outside of the database in `preparing`, or make it anew in the closure.
        """)
  }

  @Test("A kill leaves every kind of access in order")
  func accesses() async throws {
    let file = try TemporaryFile()
    let payments = try Payments { try DatabasePool(path: file.path, configuration: $0) }
    let pool = payments.database
    let result = try await verifyRetrySafe("all", on: payments.recorder) {
      _ = try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM account") }
      try writeInParts(pool)
      try await pool.barrierWriteWithoutTransaction { db in
        try db.execute(sql: "DELETE FROM cartLine")
      }
    }
    #expect(result.verdict == .kept)
    #expect(result.calls > 30)
    let count = try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM cartLine") }
    #expect(count == 2, "The database is what it was.")
  }

  private func writeInParts(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { db in
      try db.inTransaction {
        try db.inSavepoint {
          try db.execute(sql: "UPDATE account SET balance = 7 WHERE id = 1")
          return .commit
        }
        let accounts = try GRDB.Row.fetchCursor(db, sql: "SELECT id FROM account")
        while let account = try accounts.next() {
          try db.execute(
            sql: "UPDATE account SET owner = 'x' WHERE id = ?", arguments: [account["id"]])
        }
        return .commit
      }
    }
    pool.unsafeReentrantWrite { db in
      _ = try? db.inSavepoint {
        try db.execute(sql: "UPDATE invoice SET isMailed = 1")
        return .commit
      }
    }
  }

  @Test("Fifty statements are killed in tenths of a second")
  func speed() throws {
    let database = payments.database
    let clock = ContinuousClock()
    var result: ContractResult?
    let time = try clock.measure {
      result = try verifyRetrySafe("fifty", on: recorder) {
        try database.write { db in
          for id in 1...48 {
            try db.execute(
              sql: "INSERT INTO digest (key, articles) VALUES (?, 1) ON CONFLICT DO NOTHING",
              arguments: ["\(id)"])
          }
        }
      }
    }
    print("51 kills of 50 statements took \(time)")
    #expect(result?.verdict == .kept)
    #expect(result?.calls == 2 + 2 * 51)
  }
}
