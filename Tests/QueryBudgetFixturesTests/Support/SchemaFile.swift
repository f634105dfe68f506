import Foundation
import Testing

/// A file of `Schemas`: the tables of a well-known database, or of what is awkward.
struct SchemaFile: Sendable, CustomTestStringConvertible {
  /// The file's name without its extension: `northwind`.
  let name: String

  /// What creates the tables, views and triggers.
  let sql: String

  var testDescription: String { name }

  /// Every file of the folder, by name.
  static var all: [SchemaFile] {
    get throws {
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "sql" }
        .map { try SchemaFile(at: $0) }
        .sorted { $0.name < $1.name }
    }
  }

  /// The file of this name: `try SchemaFile("sakila")`.
  init(_ name: String) throws {
    try self.init(at: Self.folder.appendingPathComponent(name + ".sql"))
  }

  private init(at file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    sql = try String(contentsOf: file, encoding: .utf8)
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Schemas")
}
