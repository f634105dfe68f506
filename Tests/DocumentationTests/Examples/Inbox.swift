import Foundation
import GRDB
import QueryBudgetGRDB

/// What the examples of code that runs twice speak of: a database of invoices and of events that a
/// gateway sends.
struct Inbox {
  let recorder = StatementRecorder()
  let database: DatabaseQueue

  init() throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try DatabaseQueue(configuration: configuration)
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE event(id TEXT PRIMARY KEY NOT NULL, receivedAt DATETIME NOT NULL);
          CREATE TABLE payment(
            id INTEGER PRIMARY KEY, eventId TEXT NOT NULL REFERENCES event,
            amount INTEGER NOT NULL);
          CREATE TABLE invoice(
            id INTEGER PRIMARY KEY, isMailed BOOLEAN NOT NULL, attempts INTEGER NOT NULL);
          INSERT INTO invoice (id, isMailed, attempts) VALUES (7, 0, 0);
          """)
    }
  }
}

/// A payment that the gateway tells of, as often as it likes.
struct PaymentEvent {
  let id: String
  let amount: Int
}

/// Takes the gateway's events, each once.
struct InboxClient {
  let database: DatabaseQueue

  func post(_ path: String, _ event: PaymentEvent) async throws {
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO event (id, receivedAt) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [event.id, Date()])
      guard db.changesCount > 0 else { return }
      try db.execute(
        sql: "INSERT INTO payment (eventId, amount) VALUES (?, ?)",
        arguments: [event.id, event.amount])
    }
  }
}

/// A mailer for tests: it keeps what it is given, and a mail whose key it has seen is the same
/// mail.
final class InboxMailer: @unchecked Sendable {
  // The examples use it from one task at a time.
  private var mails: [String: String] = [:]

  var sent: [String] { mails.values.sorted() }

  func send(_ mail: String, key: String) { mails[key] = mail }

  func reset() { mails = [:] }
}

/// Mails an invoice: first the mail, with a key of its own, and then the mark.
struct SendInvoice {
  let database: DatabaseQueue
  let mailer: InboxMailer

  init(_ database: DatabaseQueue, _ mailer: InboxMailer) {
    self.database = database
    self.mailer = mailer
  }

  func run(_ invoice: Int64) async throws {
    let isOpen = try await database.write { db in
      try db.execute(
        sql: "UPDATE invoice SET attempts = attempts + 1 WHERE id = ? AND NOT isMailed",
        arguments: [invoice])
      return db.changesCount > 0
    }
    guard isOpen else { return }
    mailer.send("invoice \(invoice)", key: "invoice-\(invoice)")
    try await database.write { db in
      try db.execute(sql: "UPDATE invoice SET isMailed = 1 WHERE id = ?", arguments: [invoice])
    }
  }
}
