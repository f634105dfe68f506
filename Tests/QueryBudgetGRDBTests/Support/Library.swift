import Foundation
import GRDB
import QueryBudgetGRDB
import QueryBudgetSQLite

struct Author: Codable, FetchableRecord, PersistableRecord {
  var id: Int64
  var name: String
  static let books = hasMany(Book.self)
}

struct Book: Codable, FetchableRecord, PersistableRecord {
  var id: Int64
  var authorId: Int64
  var title: String
  static let author = belongsTo(Author.self)
}

/// A database of authors and books, as an application opens it.
struct Library<Writer: DatabaseWriter> {
  let recorder: StatementRecorder
  let database: Writer

  init(
    recorder: StatementRecorder = StatementRecorder(),
    open: (Configuration) throws -> Writer
  ) throws {
    self.recorder = recorder
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try open(configuration)
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
          CREATE TABLE book(
            id INTEGER PRIMARY KEY,
            authorId INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
            title TEXT NOT NULL
          );
          CREATE INDEX book_authorId ON book(authorId);
          """
      )
    }
  }

  func addAuthors(_ count: Int) throws {
    try database.write { db in
      for id in 0..<Int64(count) {
        try Author(id: id, name: "Author \(id)").insert(db)
        try Book(id: id, authorId: id, title: "Book \(id)").insert(db)
      }
    }
  }
}

extension Library<DatabaseQueue> {
  static func inMemory() throws -> Library { try Library { try DatabaseQueue(configuration: $0) } }
}

/// A file in a folder of its own, removed with it.
final class TemporaryFile {
  let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("library.sqlite").path
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }
}
