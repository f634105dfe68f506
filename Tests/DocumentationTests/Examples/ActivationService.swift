import GRDB

/// The database of the application that the articles about contracts guard.
enum ActivationDatabase {
  static func migrate(_ database: any DatabaseWriter) throws {
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE reader(id INTEGER PRIMARY KEY, isActive BOOLEAN NOT NULL);
          CREATE TABLE subscription(
            id INTEGER PRIMARY KEY, readerId INTEGER NOT NULL REFERENCES reader, term TEXT NOT NULL);
          CREATE TABLE invoice(
            id INTEGER PRIMARY KEY, subscriptionId INTEGER NOT NULL REFERENCES subscription,
            cents INTEGER NOT NULL);
          INSERT INTO reader VALUES (1, FALSE);
          """)
    }
  }
}

struct ActivatedSubscription: Codable, FetchableRecord, MutablePersistableRecord, Sendable {
  static let databaseTableName = "subscription"
  var id: Int64?
  var readerId: Int64
  var term: String
  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

struct ActivationInvoice: Codable, PersistableRecord, Sendable {
  static let databaseTableName = "invoice"
  var subscriptionId: Int64?
  var cents: Int
}

private typealias Subscription = ActivatedSubscription
private typealias Invoice = ActivationInvoice

/// Writes what belongs together in one transaction.
struct ActivationService: Sendable {
  enum Plan: String { case monthly, yearly }

  let database: any DatabaseWriter

  init(_ database: any DatabaseWriter) { self.database = database }

  func activate(_ reader: Int64) throws {
    try database.write { db in
      let subscription = try ActivatedSubscription(readerId: reader, term: "monthly").inserted(db)
      try ActivationInvoice(subscriptionId: subscription.id, cents: 900).insert(db)
    }
  }

  func activate(_ reader: Int64, plan: Plan) async throws -> ActivatedSubscription {
    try await database.write { db in
      let subscription = try ActivatedSubscription(readerId: reader, term: plan.rawValue)
        .inserted(db)
      try ActivationInvoice(subscriptionId: subscription.id, cents: 900).insert(db)
      return subscription
    }
  }
}

/// Writes it in two.
struct HastyActivationService: Sendable {
  let database: any DatabaseWriter

  init(_ database: any DatabaseWriter) { self.database = database }

  func activate(_ reader: Int64) throws {
    let subscription = try database.write { db in
      try Subscription(readerId: reader, term: "monthly").inserted(db)
    }
    try database.write { db in
      try Invoice(subscriptionId: subscription.id, cents: 900).insert(db)
    }
  }
}

/// Goes on without the invoice when that can't be written.
struct ForgivingActivationService: Sendable {
  let database: any DatabaseWriter

  init(_ database: any DatabaseWriter) { self.database = database }

  func activate(_ reader: Int64) throws {
    try database.write { db in
      let subscription = try Subscription(readerId: reader, term: "monthly").inserted(db)
      try? Invoice(subscriptionId: subscription.id, cents: 900).insert(db)
    }
  }
}
