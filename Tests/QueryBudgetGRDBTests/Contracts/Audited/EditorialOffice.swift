import Foundation
import GRDB
import QueryBudgetGRDB
import QueryBudgetSQLite

/// A database of articles with an audit log, as an application opens it.
struct EditorialOffice<Writer: DatabaseWriter> {
  let recorder: StatementRecorder
  let database: Writer

  init(open: (Configuration) throws -> Writer) throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try open(configuration)
    try database.write { db in
      try db.execute(sql: EditorialSchema.sql)
      try db.execute(
        sql: """
          INSERT INTO article (id, title, status) VALUES (1, 'Draft', 'draft'), (2, 'Tides', 'draft');
          INSERT INTO note (id, articleId, body) VALUES (10, 1, 'Check'), (11, 1, 'Cut');
          """)
    }
  }
}

extension EditorialOffice<DatabaseQueue> {
  static func inMemory() throws -> EditorialOffice {
    try EditorialOffice { try DatabaseQueue(configuration: $0) }
  }
}

enum EditorialSchema {
  static let sql = """
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'draft',
      featured BOOLEAN NOT NULL DEFAULT 0,
      updatedAt DATETIME
    );
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      articleId INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      body TEXT NOT NULL
    );
    CREATE TABLE auditEntry (
      id INTEGER PRIMARY KEY,
      actor TEXT,
      action TEXT NOT NULL,
      tableName TEXT NOT NULL,
      rowId INTEGER NOT NULL,
      changes TEXT NOT NULL,
      at DATETIME NOT NULL
    );
    """
}

/// An article as the application knows it.
struct OfficeArticle: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "article"
  var id: Int64
  var title: String
  var status: String
  var featured: Bool
}

/// A note in the margin of an article.
struct OfficeNote: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "note"
  var id: Int64
  var articleId: Int64
  var body: String
}

/// The value of a field before and after.
struct OfficeChange: Encodable {
  var old: DatabaseValue?
  var new: DatabaseValue?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try encode(old, .old, &container)
    try encode(new, .new, &container)
  }

  private enum Key: CodingKey { case old, new }

  private func encode(
    _ value: DatabaseValue?, _ key: Key, _ container: inout KeyedEncodingContainer<Key>
  ) throws {
    switch value?.storage {
    case nil: break
    case .null: try container.encodeNil(forKey: key)
    case .int64(let integer): try container.encode(integer, forKey: key)
    case .double(let real): try container.encode(real, forKey: key)
    case .string(let text): try container.encode(text, forKey: key)
    case .blob(let data): try container.encode(data, forKey: key)
    }
  }
}

/// Writes entries, in the transaction of its caller.
struct OfficeJournal {
  let actor: String?

  func inserted(_ record: some EncodableRecord, _ table: String, _ id: Int64, _ db: Database) throws
  {
    try write("insert", table, id, values(record).mapValues { OfficeChange(new: $0) }, db)
  }

  func deleted(_ record: some EncodableRecord, _ table: String, _ id: Int64, _ db: Database) throws
  {
    try write("delete", table, id, values(record).mapValues { OfficeChange(old: $0) }, db)
  }

  func updated(
    _ table: String, _ id: Int64, from old: some EncodableRecord, to new: some EncodableRecord,
    _ db: Database
  ) throws {
    let (old, new) = (try values(old), try values(new))
    let changes = new.filter { old[$0.key] != $0.value }.map {
      ($0.key, OfficeChange(old: old[$0.key], new: $0.value))
    }
    try write("update", table, id, Dictionary(uniqueKeysWithValues: changes), db)
  }

  func write(
    _ action: String, _ table: String, _ id: Int64, _ changes: [String: OfficeChange],
    _ db: Database
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(changes), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO auditEntry (actor, action, tableName, rowId, changes, at)
        VALUES (?, ?, ?, ?, ?, '2026-11-26 10:00:00.000')
        """,
      arguments: [actor, action, table, id, json])
  }

  private func values(_ record: some EncodableRecord) throws -> [String: DatabaseValue] {
    try Dictionary(uniqueKeysWithValues: record.databaseDictionary.map { ($0.key, $0.value) })
      .filter { $0.key != "id" }
  }
}
