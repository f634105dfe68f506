import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Services that may not be called twice, and what a developer reads.
@Suite struct IdempotentTests {
  private let payments: Payments<DatabaseQueue>
  private let shop: ForgetfulShop
  private var recorder: StatementRecorder { payments.recorder }

  init() throws {
    payments = try .inMemory()
    shop = ForgetfulShop(database: payments.database, mailer: payments.mailer)
  }

  @Test("An event without a unique key")
  func noKey() throws {
    let result = try verifyIdempotent("POST /webhooks", on: recorder) {
      try shop.receivePayment("evt_1")
    }
    #expect(
      result.failure == """
        POST /webhooks is not idempotent, as 3 calls showed.

          The second call wrote again, at IdempotentMistakes.swift:12 in \
        ForgetfulShop.receivePayment(_:)
            INSERT INTO payment(eventId, accountId, amount) VALUES (?, ?, ?)
              payment id 2: added, with eventId 'evt_1', accountId 1, amount 10
            Inserted twice: nothing tells the second run that the row is there. Put a unique index \
        on what makes it the same row, and insert with ON CONFLICT DO NOTHING.

          The second call wrote again, at IdempotentMistakes.swift:15 in \
        ForgetfulShop.receivePayment(_:)
            UPDATE account SET balance = balance + ? WHERE id = ?
              account id 1: balance 110 -> 120
            Changed twice, the second time from what the first had left: write down in the same \
        transaction that it is done, and ask for that before it is done again.
        """)
  }

  @Test("A number that counts on")
  func nextNumber() async throws {
    let result = try await verifyIdempotent("number invoice", on: recorder) {
      try await shop.numberInvoice(7)
    }
    #expect(
      result.failure == """
        number invoice is not idempotent, as 3 calls showed.

          The second call wrote again, at IdempotentMistakes.swift:31 in \
        ForgetfulShop.numberInvoice(_:)
            UPDATE invoice SET number = ? WHERE id = ?
              invoice id 7: number 1 -> 2
            Changed twice, the second time from what the first had left: write down in the same \
        transaction that it is done, and ask for that before it is done again.
        """)
  }

  @Test("A mail that nobody asks for")
  func mail() throws {
    let result = try verifyIdempotent(
      "mail invoice", on: recorder, effects: { payments.mailer.sent }
    ) {
      try shop.mailInvoice(7)
    }
    #expect(
      result.failure == """
        mail invoice is not idempotent, as 3 calls showed.

          Two calls did not do the same as one, outside of the database
            Happened once more: «invoice 7».
            Nothing tells the receiver that it is the same one: hand over a key that is the same \
        in each run (an idempotency key, a message id).
        """)
  }

  @Test("A key that has the time in it")
  func digest() throws {
    let result = try verifyIdempotent("write digest", on: recorder) { try shop.writeDigest() }
    #expect(
      result.failure == """
        write digest is not idempotent, as 3 calls showed.

          The second call wrote again, at IdempotentMistakes.swift:60 in \
        ForgetfulShop.writeDigest()
            INSERT INTO digest(KEY, articles) VALUES (?, ?) ON CONFLICT DO NOTHING
              digest key …: added, with articles 5
            Inserted twice: nothing tells the second run that the row is there. Put a unique index \
        on what makes it the same row, and insert with ON CONFLICT DO NOTHING.
        """)
  }

  @Test("A second call that throws")
  func throwing() throws {
    let result = try verifyIdempotent("register", on: recorder) { try shop.registerEvent("evt_1") }
    #expect(
      result.failure == """
        register is not idempotent, as 3 calls showed.

          The second call threw an error: SQLite error 19: UNIQUE constraint failed: \
        receivedEvent.id - while executing `INSERT INTO receivedEvent (id, isProcessed) VALUES \
        (?, 0)`
            If it is to refuse a second call, catch that error in the closure: then this holds \
        that it changes nothing.
        """)
  }

  @Test("Money drawn again, a month more, a tag by another spelling")
  func others() throws {
    func rows(_ call: () throws -> Void) throws -> [String] {
      let result = try verifyIdempotent("call", on: recorder) { try call() }
      #expect(result.violations.allSatisfy { $0.statement?.callSite != nil })
      return result.violations.flatMap(\.rows).map(\.description)
    }
    #expect(try rows { try shop.draw(10, from: 1) } == ["account id 1: balance 90 -> 80"])
    #expect(try rows { try shop.extend(7) } == ["invoice id 7: paidUntil 1802592000 -> 1805184000"])
    #expect(
      try rows { _ = try shop.findOrCreateTag("Swift") } == ["tag id 2: added, with name 'swift'"])
  }

  @Test("The same work done well, in several ways")
  func clean() async throws {
    let shop = CarefulShop(database: payments.database, mailer: payments.mailer)
    let mailer = payments.mailer
    try assertIdempotent("pay", on: recorder) { try shop.receivePayment("evt_1") }
    try await assertIdempotent("receipt", on: recorder) { try await shop.writeReceipt("evt_1") }
    try assertIdempotent("cart", on: recorder) { try shop.fillCart("bob", ["Swift", "SQLite"]) }
    try assertIdempotent("order", on: recorder) { try shop.order("ada") }
    try assertIdempotent("visit", on: recorder) { try shop.visit(1) }
    try assertIdempotent(
      "job", on: recorder, preparing: { mailer.empty() }, effects: { mailer.sent }
    ) {
      try shop.runJob(3)
    }
    try assertIdempotent("register", on: recorder) {
      do { _ = try shop.register("evt_1") } catch is CarefulShop.AlreadyRegistered {}
    }
  }

  @Test("What could not have failed is no pass")
  func doubts() throws {
    let nothing = try verifyIdempotent("read", on: recorder) {
      try payments.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM account") }
    }
    #expect(
      nothing.failure == """
        read: inconclusive. The call changed nothing: give it work to do, with the rows that it \
        needs.
        """)
    let ignored = try verifyIdempotent("draw", on: recorder, ignoring: ["account.balance"]) {
      try shop.draw(10, from: 1)
    }
    #expect(
      ignored.failure == """
        draw: inconclusive. All that the call changed is ignored, or another value in each run: \
        ignore less.
        """)
    var calls = 0
    let kept = try verifyIdempotent("remember", on: recorder) {
      calls += 1
      if calls == 1 { try shop.draw(10, from: 1) }
      try shop.extend(7)
    }
    #expect(
      kept.failure == """
        remember: inconclusive. Two calls from the same rows ended differently (account id 1: \
        balance 90 -> 100), so that a third can't be held against them. Put back what the code \
        keeps outside of the database in `preparing`, or make it anew in the closure.
        """)
  }

  @Test("What the test ignores has to be there, and the first call's error is the test's own")
  func errors() {
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try verifyIdempotent("refuse", on: recorder) { throw Refused() }
    }
    do {
      _ = try verifyIdempotent("draw", on: recorder, ignoring: ["account.attempts"]) {
        try shop.draw(10, from: 1)
      }
      Issue.record("It was taken.")
    } catch {
      #expect(
        "\(error)" == """
          draw: ignoring "account.attempts": table account has no such column; it has id, owner, \
          balance.
          """)
    }
  }
}
