import GRDB
import QueryBudgetSQLite

extension Kiosk {
  /// One database for readers and one for invoices, each with a transaction of its own.
  struct TwoDatabases {
    let readers: any DatabaseWriter
    let invoices: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      try readers.write { db in
        _ = try Subscription(readerId: reader, term: "monthly").inserted(db)
        try invoices.write { db in
          try db.execute(
            sql: "INSERT INTO failure(text) VALUES (?)", arguments: ["to be paid"])
        }
      }
    }
  }

  /// What went wrong is written down, for somebody to look at.
  struct FailureLog {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      do {
        try database.write { db in
          let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
          var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
          try invoice.insert(db)
        }
      } catch {
        try database.write { db in
          try db.execute(sql: "INSERT INTO failure(text) VALUES ('activation failed')")
        }
        throw error
      }
    }
  }

  /// Nobody rolls back.
  struct LeftOpen {
    let database: RecordingDatabase

    func activate(_ reader: Int) throws {
      try database.execute("BEGIN IMMEDIATE")
      try database.execute(
        "INSERT INTO subscription(readerId, term) VALUES (?, 'monthly')", [reader])
      try database.execute(
        "INSERT INTO invoice(subscriptionId, cents) VALUES (?, 900)", [database.lastInsertedRowID])
      try database.execute("COMMIT")
    }
  }

  /// Whether it was committed is asked by nobody.
  struct CommitUnseen {
    let database: RecordingDatabase

    func activate(_ reader: Int) throws {
      try database.execute("BEGIN IMMEDIATE")
      do {
        try database.execute(
          "INSERT INTO subscription(readerId, term) VALUES (?, 'monthly')", [reader])
        try database.execute(
          "INSERT INTO invoice(subscriptionId, cents) VALUES (?, 900)",
          [database.lastInsertedRowID])
      } catch {
        try database.execute("ROLLBACK")
        throw error
      }
      try? database.execute("COMMIT")
    }
  }
}
