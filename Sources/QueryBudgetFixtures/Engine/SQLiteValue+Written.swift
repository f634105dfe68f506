import CRowWriter
import CSQLite
import QueryBudgetSQLite

extension SQLiteValue {
  /// A value as C has it.
  init(_ value: qb_value) {
    switch value.type {
    case SQLITE_INTEGER: self = .integer(value.integer)
    case SQLITE_FLOAT: self = .real(value.real)
    case SQLITE_TEXT: self = .text(String(decoding: Self.bytes(of: value), as: UTF8.self))
    case SQLITE_BLOB: self = .blob(Array(Self.bytes(of: value)))
    default: self = .null
    }
  }

  private static func bytes(of value: qb_value) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: value.bytes, count: Int(value.length))
  }
}
