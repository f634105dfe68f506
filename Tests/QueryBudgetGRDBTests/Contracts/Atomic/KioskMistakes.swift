import GRDB

extension Kiosk {
  /// Two accesses, two transactions.
  struct TwoWrites {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      let subscription = try database.write { db in
        try Subscription(readerId: reader, term: "monthly").inserted(db)
      }
      try database.write { db in
        var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
        try invoice.insert(db)
      }
    }
  }

  /// The reader gets a subscription, and maybe an invoice.
  struct SwallowedInvoice {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) async throws -> Subscription {
      try await database.write { db in
        let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
        try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = ?", arguments: [reader])
        var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
        try? invoice.insert(db)
        return subscription
      }
    }
  }

  /// A log line in place of an error.
  struct LoggedFailure {
    let database: any DatabaseWriter
    let log: @Sendable (String) -> Void

    func activate(_ reader: Int64) throws {
      try database.write { db in
        do {
          let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
          var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
          try invoice.insert(db)
          try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = ?", arguments: [reader])
        } catch {
          log("activation failed: \(error)")
        }
      }
    }
  }

  /// A commit that runs whichever way the work ends.
  struct CommitInDefer {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      try database.writeWithoutTransaction { db in
        try db.beginTransaction()
        defer { try? db.commit() }
        let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
        var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
        try invoice.insert(db)
      }
    }
  }

  /// No transaction at all, for speed.
  struct WithoutTransaction {
    let database: any DatabaseWriter

    func renew(_ readers: [Int64]) throws {
      try database.writeWithoutTransaction { db in
        for reader in readers {
          let subscription = try Subscription(readerId: reader, term: "yearly").inserted(db)
          try db.execute(
            sql: "INSERT INTO invoice(subscriptionId, cents) VALUES (?, 9000)",
            arguments: [subscription.id])
        }
      }
    }
  }

  /// The first change stands before the transaction.
  struct OutsideAndInside {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = ?", arguments: [reader])
        try db.inTransaction {
          let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
          var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
          try invoice.insert(db)
          return .commit
        }
      }
    }
  }

  /// What was done is undone by hand.
  struct UndoneByHand {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      let subscription = try database.write { db in
        try Subscription(readerId: reader, term: "monthly").inserted(db)
      }
      do {
        try database.write { db in
          var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
          try invoice.insert(db)
        }
      } catch {
        _ = try database.write { try subscription.delete($0) }
        throw error
      }
    }
  }

  /// A savepoint for each reader: who can't be renewed is left out without a word.
  struct SwallowingSavepoints {
    let database: any DatabaseWriter

    func renew(_ readers: [Int64]) throws {
      try database.write { db in
        for reader in readers {
          try? db.inSavepoint {
            let subscription = try Subscription(readerId: reader, term: "yearly").inserted(db)
            var invoice = Invoice(subscriptionId: subscription.id, cents: 9000)
            try invoice.insert(db)
            return .commit
          }
        }
      }
    }
  }
}
