import Foundation
import QueryBudgetSQLite
import Testing

/// A folder for the files of one test, removed with it.
final class Workspace {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The names of all files, hidden ones among them.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// The path of a file, whether it is there or not.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, and answers its path.
  @discardableResult
  func write(_ contents: String, to name: String = "schema.sql") throws -> String {
    try Data(contents.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// Opens a database file, which is made when there is none.
  func database(_ name: String) throws -> RecordingDatabase {
    try RecordingDatabase(.file(path(name)))
  }

  /// Makes a database file by a script.
  func makeDatabase(_ sql: String, at name: String = "existing.sqlite") throws {
    try database(name).execute(sql)
  }

  /// Every row of every table of a database file, tables by name and rows by their key.
  func dump(_ name: String) throws -> [String: [Row]] {
    let database = try database(name)
    return try tables(of: database).reduce(into: [:]) { dump, table in
      dump[table] = try database.query("SELECT * FROM \(SQLName.quoted(table))")
    }
  }

  /// How many rows each table of a database file has, those without any left out.
  func counts(_ name: String) throws -> [String: Int] {
    try dump(name).mapValues(\.count).filter { $0.value > 0 }
  }

  private func tables(of database: RecordingDatabase) throws -> [String] {
    try database.query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).map { try $0.value("name") }
  }

  /// Expects no row without its parent, and nothing else that is broken.
  func expectSound(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let database = try database(name)
    #expect(
      try database.query("PRAGMA foreign_key_check").isEmpty, sourceLocation: sourceLocation)
    #expect(
      try database.query("PRAGMA integrity_check").map(\.values) == [[.text("ok")]],
      sourceLocation: sourceLocation)
  }
}
