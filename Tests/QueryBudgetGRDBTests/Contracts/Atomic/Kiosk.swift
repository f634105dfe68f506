import Foundation
import GRDB
import QueryBudgetGRDB

/// A kiosk that sells subscriptions, and the services of it, whole and broken ones.
enum Kiosk {
  static let schema = """
    CREATE TABLE reader(id INTEGER PRIMARY KEY, name TEXT NOT NULL, isActive BOOLEAN NOT NULL);
    CREATE TABLE subscription(
      id INTEGER PRIMARY KEY,
      readerId INTEGER NOT NULL UNIQUE REFERENCES reader ON DELETE CASCADE,
      term TEXT NOT NULL
    );
    CREATE TABLE invoice(
      id INTEGER PRIMARY KEY,
      subscriptionId INTEGER NOT NULL REFERENCES subscription ON DELETE CASCADE,
      cents INTEGER NOT NULL
    );
    CREATE TABLE failure(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    INSERT INTO reader VALUES (1, 'Ada', FALSE), (2, 'Grace', FALSE), (3, 'Edith', FALSE);
    """

  struct Reader: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "reader"
    var id: Int64
    var name: String
    var isActive: Bool
  }

  struct Subscription: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "subscription"
    var id: Int64?
    var readerId: Int64
    var term: String
    mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
  }

  struct Invoice: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "invoice"
    var id: Int64?
    var subscriptionId: Int64?
    var cents: Int
  }

  struct NoSuchReader: Error {}

  /// A database that is recorded.
  struct Shop<Database: DatabaseWriter> {
    let recorder: StatementRecorder
    let database: Database

    init(
      recorder: StatementRecorder = StatementRecorder(),
      _ open: (Configuration) throws -> Database
    ) throws {
      self.recorder = recorder
      var configuration = Configuration()
      configuration.record(with: recorder)
      database = try open(configuration)
      try database.write { try $0.execute(sql: Kiosk.schema) }
    }
  }

  static func inMemory(
    recorder: StatementRecorder = StatementRecorder()
  ) throws -> Shop<DatabaseQueue> {
    try Shop(recorder: recorder) { try DatabaseQueue(configuration: $0) }
  }
}
