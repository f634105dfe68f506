import Foundation
import GRDB

/// The same work, done so that it may be called again and be killed: each in another way.
struct CarefulShop {
  let database: any DatabaseWriter
  let mailer: Mailbox

  struct AlreadyRegistered: Error {}

  /// The event and its work in one transaction.
  func receivePayment(_ event: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO receivedEvent (id, isProcessed) VALUES (?, 1) ON CONFLICT DO NOTHING",
        arguments: [event])
      guard db.changesCount > 0 else { return }
      try db.execute(sql: "UPDATE account SET balance = balance + 10 WHERE id = 1")
    }
  }

  /// A receipt with a random key and token, and the time.
  func writeReceipt(_ event: String) async throws {
    try await database.write { db in
      let id = UUID().uuidString
      try db.execute(
        sql: """
          INSERT INTO receipt (id, eventId, token, createdAt) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """, arguments: [id, event, "t-\(UInt64.random(in: 0 ... .max))", Date()])
      guard db.changesCount > 0 else { return }
      for text in ["Swift", "SQLite"] {
        try db.execute(
          sql: "INSERT INTO receiptLine (receiptId, text) VALUES (?, ?)", arguments: [id, text])
      }
    }
  }

  /// Replaces all lines in one transaction; they get new ids.
  func fillCart(_ reader: String, _ articles: [String]) throws {
    try database.write { db in
      try db.execute(sql: "DELETE FROM cartLine WHERE reader = ?", arguments: [reader])
      for article in articles {
        try db.execute(
          sql: "INSERT INTO cartLine (reader, article) VALUES (?, ?)", arguments: [reader, article])
      }
    }
  }

  /// Several transactions, of which each knows by itself whether it is needed.
  func order(_ reader: String) throws {
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO orderLine (id, reader, article)
          SELECT id, reader, article FROM cartLine WHERE reader = ? ON CONFLICT DO NOTHING
          """, arguments: [reader])
    }
    try database.write { db in
      try db.execute(
        sql: "DELETE FROM cartLine WHERE id IN (SELECT id FROM orderLine)")
    }
  }

  /// A job that is leased, counts its attempts, and hands its mail over by a key.
  func runJob(_ id: Int64) throws {
    let isOpen = try database.write { db in
      try db.execute(
        sql: """
          UPDATE job SET attempts = attempts + 1, leasedUntil = datetime('now', '+1 minute')
          WHERE id = ? AND doneAt IS NULL
          """, arguments: [id])
      return db.changesCount > 0
    }
    guard isOpen else { return }
    mailer.send("job \(id)", key: "job-\(id)")
    try database.write { db in
      try db.execute(
        sql: "UPDATE job SET doneAt = ?, leasedUntil = NULL WHERE id = ?", arguments: [Date(), id])
    }
  }

  /// Writes the time of the last visit, in every form that people have for it.
  func visit(_ id: Int64) throws {
    let now = Date()
    let text = now.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO visit VALUES (?, ?, ?, ?, ?, julianday('now'), date('now'), ?)
          ON CONFLICT DO UPDATE SET seenAt = excluded.seenAt, seen = excluded.seen,
            updatedAt = excluded.updatedAt, modifiedAt = excluded.modifiedAt,
            loggedAt = excluded.loggedAt, visitedOn = excluded.visitedOn, payload = excluded.payload
          """,
        arguments: [
          id, text, now.timeIntervalSince1970, Int64(now.timeIntervalSince1970 * 1000),
          now.timeIntervalSinceReferenceDate, #"{"at":"\#(text)","from":"app"}"#,
        ])
    }
  }

  /// Refuses a second time by an error, with nothing changed.
  @discardableResult
  func register(_ event: String) throws -> Bool? {
    try database.write { db in
      let isKnown =
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM receivedEvent WHERE id = ?)", arguments: [event])
        ?? false
      if isKnown { throw AlreadyRegistered() }
      try db.execute(
        sql: "INSERT INTO receivedEvent (id, isProcessed) VALUES (?, 0)", arguments: [event])
    }
    return try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT isProcessed FROM receivedEvent WHERE id = ?", arguments: [event])
    }
  }
}
