import Foundation
import GRDB

/// Services that do their work again when they are called again, as people write them.
struct ForgetfulShop {
  let database: any DatabaseWriter
  let mailer: Mailbox

  /// Takes the gateway's event as often as it comes.
  func receivePayment(_ event: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO payment (eventId, accountId, amount) VALUES (?, 1, 10)",
        arguments: [event])
      try db.execute(sql: "UPDATE account SET balance = balance + 10 WHERE id = 1")
    }
  }

  /// Draws the money again.
  func draw(_ amount: Int, from account: Int64) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE account SET balance = balance - ? WHERE id = ?", arguments: [amount, account])
    }
  }

  /// Gives the next number, whether there is one or not.
  func numberInvoice(_ id: Int64) async throws {
    try await database.write { db in
      let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM invoice") ?? 0
      try db.execute(
        sql: "UPDATE invoice SET number = ? WHERE id = ?", arguments: [last + 1, id])
    }
  }

  /// Writes the name in lower case, and looks for it as it comes.
  func findOrCreateTag(_ name: String) throws -> Int64 {
    try database.write { db in
      if let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM tag WHERE name = ?", arguments: [name])
      {
        return id
      }
      try db.execute(sql: "INSERT INTO tag (name) VALUES (?)", arguments: [name.lowercased()])
      return db.lastInsertedRowID
    }
  }

  /// Sends the mail, and marks it as sent, and never asks whether it was.
  func mailInvoice(_ id: Int64) throws {
    mailer.send("invoice \(id)")
    try database.write { db in
      try db.execute(sql: "UPDATE invoice SET isMailed = 1 WHERE id = ?", arguments: [id])
    }
  }

  /// Keeps one digest for each moment, which was to be one for each day.
  func writeDigest() throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO digest (key, articles) VALUES (?, 5) ON CONFLICT DO NOTHING",
        arguments: ["digest-\(Date().timeIntervalSince1970)"])
    }
  }

  /// Adds a month to what was paid for.
  func extend(_ id: Int64) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE invoice SET paidUntil = paidUntil + 2592000 WHERE id = ?", arguments: [id])
    }
  }

  /// Throws the second time, though what it was asked for is there.
  func registerEvent(_ event: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO receivedEvent (id, isProcessed) VALUES (?, 0)", arguments: [event])
    }
  }
}
