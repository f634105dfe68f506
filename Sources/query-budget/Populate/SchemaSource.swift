import Foundation

/// What says which tables there are: a script that creates them, or a database that has them.
enum SchemaSource {
  case script(SQLScript)
  case database(path: String)

  /// <https://www.sqlite.org/fileformat.html#magic_header_string>
  private static let magic = Data("SQLite format 3\0".utf8)

  /// Tells them apart by what is in the file, whatever its name.
  init(path: String) throws {
    let (start, rest): (Data, Data)
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      start = try file.read(upToCount: Self.magic.count) ?? Data()
      if start == Self.magic {
        self = .database(path: path)
        return
      }
      rest = try file.readToEnd() ?? Data()
    } catch {
      throw Trouble(
        "\(path) can't be read: name a file of SQL statements, or an SQLite database.")
    }
    let contents = start + rest
    // SQLite would take a NUL for the end of the script.
    guard !contents.contains(0) else {
      throw Trouble(
        "\(path) is neither an SQLite database nor a script in UTF-8: name a file that is one.")
    }
    self = .script(SQLScript(path: path, sql: String(decoding: contents, as: UTF8.self)))
  }
}
