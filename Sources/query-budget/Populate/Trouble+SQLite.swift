import CSQLite
import QueryBudgetSQLite

extension Trouble {
  /// What an answer of SQLite's means to who named a file, made from a schema.
  ///
  /// <https://www.sqlite.org/rescode.html>
  init(_ error: SQLiteError, file: String, schema: String) {
    let text =
      switch error.code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED:
        "\(file) is locked by another process, and was so for 5 seconds: end what uses it first."
      case SQLITE_READONLY, SQLITE_PERM:
        "\(file) can't be written: give yourself write permission for it and its folder, or fill a "
          + "copy with --output."
      case SQLITE_CANTOPEN:
        "\(file) can't be opened: see that it can be read, and that its folder can be written."
      case SQLITE_CORRUPT, SQLITE_NOTADB:
        "\(file) is no sound SQLite database (\(error.message)): restore it from a copy."
      case SQLITE_FULL, SQLITE_IOERR:
        "\(file) could not be written (\(error.message)): see that the disk has room."
      default: "\(schema): \(error.message)"
      }
    self.init(text)
  }
}
