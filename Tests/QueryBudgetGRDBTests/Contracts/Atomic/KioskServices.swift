import Foundation
import GRDB

/// Services that do all of their work or nothing, each in its own way.
extension Kiosk {
  /// One access, one transaction.
  struct OneWrite {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws -> Subscription {
      try database.write { try Self.activate(reader, $0) }
    }

    func activateAsync(_ reader: Int64) async throws -> Subscription {
      try await database.write { try Self.activate(reader, $0) }
    }

    static func activate(_ reader: Int64, _ db: Database) throws -> Subscription {
      let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
      var invoice = Invoice(subscriptionId: subscription.id, cents: 900)
      try invoice.insert(db)
      try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = ?", arguments: [reader])
      return subscription
    }
  }

  /// Tries again a few times, with times and tokens that are new each time.
  struct Retrying {
    let database: any DatabaseWriter
    let attempts: Int

    func activate(_ reader: Int64) throws {
      for attempt in 1... {
        do {
          return try database.write { db in
            _ = try OneWrite.activate(reader, db)
            try db.execute(
              sql: "INSERT INTO receipt(token, at, day) VALUES (?, ?, datetime('now'))",
              arguments: [UUID().uuidString, Date()])
          }
        } catch  where attempt < attempts {}
      }
    }
  }

  /// A part by itself, which fails with the whole.
  struct Nested {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      try database.unsafeReentrantWrite { db in
        try db.inTransaction(.deferred) {
          _ = try Reader.fetchOne(db, key: reader)
          try db.inSavepoint {
            _ = try OneWrite.activate(reader, db)
            return .commit
          }
          try database.unsafeReentrantWrite { db in
            try db.execute(sql: "DELETE FROM reader WHERE id = 3")
          }
          return .commit
        }
      }
    }
  }

  /// The caller is told by nil; nothing is left.
  struct TellingByNil {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) -> Subscription? {
      try? OneWrite(database: database).activate(reader)
    }
  }

  /// A reader who has a subscription already is no error.
  struct AlreadyThere {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) throws {
      try database.write { db in
        try db.execute(sql: "UPDATE reader SET isActive = TRUE WHERE id = ?", arguments: [reader])
        do {
          _ = try Subscription(readerId: reader, term: "monthly").inserted(db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          // She keeps the term that she has.
        }
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('none')")
      }
    }
  }

  /// Inserts what it can't update.
  struct UpdateOrInsert {
    let database: any DatabaseWriter

    func rename(_ reader: Int64, _ name: String) throws {
      try database.write { db in
        do {
          try db.execute(
            sql: "INSERT INTO reader(id, name, isActive) VALUES (?, ?, FALSE)",
            arguments: [reader, name])
        } catch {
          try db.execute(
            sql: "INSERT OR REPLACE INTO reader(id, name, isActive) VALUES (?, ?, FALSE)",
            arguments: [reader, name])
        }
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('none')")
      }
    }
  }

  /// Reads and writes at the same time.
  struct Concurrent {
    let database: any DatabaseWriter

    func activate(_ reader: Int64) async throws -> Int {
      async let names = database.read { try String.fetchAll($0, sql: "SELECT name FROM reader") }
      async let active = database.read { try Reader.filter(Column("isActive")).fetchCount($0) }
      async let subscription = OneWrite(database: database).activateAsync(reader)
      return try await names.count + active + Int(subscription.term.count)
    }
  }
}
