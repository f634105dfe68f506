import CRowWriter
import CSQLite
import QueryBudgetSQLite

/// A series as C evaluates it, without allocating anything for a value.
///
/// Sendable without a check: the memory is written while it is made and freed when nobody has it any
/// more; in between it is only read.
final class CompiledSeries: @unchecked Sendable {
  /// The `qb_series` of `series.h`; good as long as this instance.
  let pointer: OpaquePointer

  init(_ series: ValueSeries) { pointer = SeriesCompiler.compile(series) }

  deinit { qb_series_free(pointer) }

  /// The value of a row, by its number.
  func value(at number: Int64) -> SQLiteValue {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: qb_series_room(pointer) + 1) { room in
      guard let scratch = room.baseAddress else { return .null }
      var value = qb_value()
      qb_series_value(pointer, number, scratch, &value)
      return SQLiteValue(value)
    }
  }
}

extension ValueSeries {
  /// The value of a row, by its number; for many of them make a ``CompiledSeries`` once.
  func value(at number: Int64) -> SQLiteValue { CompiledSeries(self).value(at: number) }
}

extension SQLiteValue {
  init(_ value: qb_value) {
    let bytes = UnsafeRawBufferPointer(start: value.bytes, count: Int(value.length))
    self =
      switch value.type {
      case SQLITE_INTEGER: .integer(value.integer)
      case SQLITE_FLOAT: .real(value.real)
      case SQLITE_TEXT: .text(String(decoding: bytes, as: UTF8.self))
      case SQLITE_BLOB: .blob(Array(bytes))
      default: .null
      }
  }
}
