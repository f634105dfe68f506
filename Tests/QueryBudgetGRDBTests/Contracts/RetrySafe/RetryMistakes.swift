import GRDB

/// Jobs that are safe as long as nobody kills them, as people write them.
struct HastyJobs {
  let database: any DatabaseWriter
  let mailer: Mailbox

  /// Records the event in one transaction, and does the work in another.
  func receivePayment(_ event: String) throws {
    let isNew = try database.write { db in
      try db.execute(
        sql: "INSERT INTO receivedEvent (id, isProcessed) VALUES (?, 0) ON CONFLICT DO NOTHING",
        arguments: [event])
      return db.changesCount > 0
    }
    guard isNew else { return }
    try database.write { db in
      try db.execute(sql: "UPDATE account SET balance = balance + 10 WHERE id = 1")
    }
  }

  /// Says that it is done before it is.
  func processEvent(_ event: String) async throws {
    let isOpen = try await database.write { db in
      try db.execute(
        sql: "UPDATE receivedEvent SET isProcessed = 1 WHERE id = ? AND NOT isProcessed",
        arguments: [event])
      return db.changesCount > 0
    }
    guard isOpen else { return }
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO payment (eventId, accountId, amount) VALUES (?, 1, 10)",
        arguments: [event])
    }
  }

  /// Does the work, and says so in a transaction of its own.
  func payOut(_ event: String) throws {
    if try isDone(event) { return }
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO payment (eventId, accountId, amount) VALUES (?, 1, 10)",
        arguments: [event])
    }
    try database.write { db in
      try db.execute(
        sql: "UPDATE receivedEvent SET isProcessed = 1 WHERE id = ?", arguments: [event])
    }
  }

  /// Takes the lines out of the cart, and then makes the order of them.
  func order(_ reader: String) throws {
    let articles = try database.write { db in
      let articles = try String.fetchAll(
        db, sql: "SELECT article FROM cartLine WHERE reader = ?", arguments: [reader])
      try db.execute(sql: "DELETE FROM cartLine WHERE reader = ?", arguments: [reader])
      return articles
    }
    try database.write { db in
      for article in articles {
        try db.execute(
          sql: "INSERT INTO orderLine (reader, article) VALUES (?, ?)",
          arguments: [reader, article])
      }
    }
  }

  /// Has a unique key, and no answer to the row that is there.
  func importEvent(_ event: String) throws {
    if try isDone(event) { return }
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO receivedEvent (id, isProcessed) VALUES (?, 0)", arguments: [event])
    }
    try database.write { db in
      try db.execute(
        sql: "UPDATE receivedEvent SET isProcessed = 1 WHERE id = ?", arguments: [event])
    }
  }

  /// Sends the mail before it is marked.
  func mailInvoice(_ id: Int64) throws {
    guard try !isMailed(id) else { return }
    mailer.send("invoice \(id)")
    try markMailed(id)
  }

  /// Marks the mail before it is sent.
  func mailInvoiceOnce(_ id: Int64) throws {
    guard try !isMailed(id) else { return }
    try markMailed(id)
    mailer.send("invoice \(id)")
  }

  /// Draws and pays in, each by itself.
  func transfer(_ amount: Int) throws {
    for (account, change) in [(1, -amount), (2, amount)] {
      try database.writeWithoutTransaction { db in
        try db.execute(
          sql: "UPDATE account SET balance = balance + ? WHERE id = ?",
          arguments: [change, account])
      }
    }
  }

  private func isDone(_ event: String) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT isProcessed FROM receivedEvent WHERE id = ?", arguments: [event]) ?? false
    }
  }

  private func isMailed(_ id: Int64) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(db, sql: "SELECT isMailed FROM invoice WHERE id = ?", arguments: [id])
        ?? false
    }
  }

  private func markMailed(_ id: Int64) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE invoice SET isMailed = 1 WHERE id = ?", arguments: [id])
    }
  }
}
