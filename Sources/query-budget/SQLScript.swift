import Foundation

/// A file of SQL statements.
struct SQLScript {
  let path: String
  let sql: String

  init(path: String, sql: String) {
    self.path = path
    self.sql = sql
  }

  /// Reads the file, or says what to name instead.
  init(path: String) throws {
    do {
      let contents = try Data(contentsOf: URL(fileURLWithPath: path))
      self.init(path: path, sql: String(decoding: contents, as: UTF8.self))
    } catch {
      throw Trouble("the script \(path) can't be read: name a file of SQL statements.")
    }
  }

  /// The line on which the first statement of the script's last bytes begins.
  func line(ofLast count: Int) -> Int {
    let end = sql.utf8.suffix(count)
    let statement = Self.afterBlanksAndComments(end)
    return sql.utf8[..<statement.startIndex].count { $0 == UInt8(ascii: "\n") } + 1
  }

  private static func afterBlanksAndComments(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text
    while true {
      rest = rest.drop { [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) }
      if rest.starts(with: "--".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.starts(with: "/*".utf8) {
        rest = afterBlockComment(rest)
      } else {
        return rest
      }
    }
  }

  private static func afterBlockComment(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text.dropFirst(2)
    while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(2)
  }
}
