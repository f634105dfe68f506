import Foundation
import GRDB
import QueryBudgetGRDB

/// The database of a shop, whose every statement is recorded.
struct Payments<Database: DatabaseWriter> {
  let recorder = StatementRecorder()
  let database: Database
  let mailer = Mailbox()

  init(open: (Configuration) throws -> Database) throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try open(configuration)
    try database.write { db in
      try db.execute(sql: paymentsSchema)
      try db.execute(sql: paymentsRows)
    }
  }
}

extension Payments<DatabaseQueue> {
  static func inMemory() throws -> Payments {
    try Payments { try DatabaseQueue(configuration: $0) }
  }
}

private let paymentsSchema = """
  CREATE TABLE account(id INTEGER PRIMARY KEY, owner TEXT NOT NULL, balance INTEGER NOT NULL);
  CREATE TABLE payment(
    id INTEGER PRIMARY KEY, eventId TEXT NOT NULL, accountId INTEGER NOT NULL REFERENCES account,
    amount INTEGER NOT NULL);
  CREATE TABLE receivedEvent(id TEXT PRIMARY KEY NOT NULL, isProcessed BOOLEAN NOT NULL);
  CREATE TABLE invoice(
    id INTEGER PRIMARY KEY, reader TEXT NOT NULL, number INTEGER, isMailed BOOLEAN NOT NULL,
    paidUntil INTEGER);
  CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE digest(key TEXT PRIMARY KEY NOT NULL, articles INTEGER NOT NULL);
  CREATE TABLE cartLine(
    id INTEGER PRIMARY KEY AUTOINCREMENT, reader TEXT NOT NULL, article TEXT NOT NULL);
  CREATE TABLE orderLine(id INTEGER PRIMARY KEY, reader TEXT NOT NULL, article TEXT NOT NULL);
  CREATE TABLE job(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, attempts INTEGER NOT NULL, leasedUntil DATETIME,
    doneAt DATETIME);
  CREATE TABLE receipt(
    id TEXT PRIMARY KEY NOT NULL, eventId TEXT NOT NULL UNIQUE, token TEXT NOT NULL,
    createdAt DATETIME NOT NULL);
  CREATE TABLE visit(
    id INTEGER PRIMARY KEY, seenAt TEXT, seen DATETIME, updatedAt INTEGER, modifiedAt REAL,
    loggedAt REAL, visitedOn TEXT, payload TEXT);
  CREATE TABLE receiptLine(
    id INTEGER PRIMARY KEY, receiptId TEXT NOT NULL REFERENCES receipt, text TEXT NOT NULL);
  """

private let paymentsRows = """
  INSERT INTO account (id, owner, balance) VALUES (1, 'ada', 100), (2, 'bob', 50);
  INSERT INTO invoice (id, reader, isMailed, paidUntil) VALUES (7, 'ada', 0, 1800000000);
  INSERT INTO cartLine (reader, article) VALUES ('ada', 'Swift'), ('ada', 'SQLite');
  INSERT INTO job (id, name, attempts) VALUES (3, 'send invoice', 0);
  INSERT INTO receivedEvent (id, isProcessed) VALUES ('evt_0', 0);
  """

/// A mailer that sends nothing and knows what it was given.
final class Mailbox: Sendable {
  private let mails = Locked<[String]>([])
  private let keys = Locked<Set<String>>([])

  var sent: [String] { mails.withLock { $0 } }

  /// Takes a mail; one whose key it has seen is the same mail.
  func send(_ mail: String, key: String? = nil) {
    if let key, !keys.withLock({ $0.insert(key).inserted }) { return }
    mails.withLock { $0.append(mail) }
  }

  func empty() {
    mails.withLock { $0 = [] }
    keys.withLock { $0 = [] }
  }
}
