import CRowWriter
import CSQLite
import QueryBudgetSQLite

/// Makes the C memory of a series. What can't be, such as a width below 0, becomes the nearest thing
/// that can.
enum SeriesCompiler {
  /// A `qb_series`, to be freed by the caller.
  static func compile(_ series: ValueSeries) -> OpaquePointer {
    switch series {
    case .constant(let value): cycle([value], repeats: 1)
    case .cycle(let values, let repeats): cycle(values, repeats: Int64(repeats))
    case .integers(let counter): qb_series_integers(qb_counter(counter))
    case .reals(let counter, let divisor): qb_series_reals(qb_counter(counter), divisor)
    case .text(let pattern): text(pattern)
    case .blob(let length, let seed): qb_series_blob(max(0, length), seed)
    case .repeating(let inner, let rows): repeating(inner, rows: rows)
    }
  }

  private static func repeating(_ inner: ValueSeries, rows: Int64) -> OpaquePointer {
    if case .repeating(let innermost, let times) = inner {
      let (product, overflows) = max(1, rows).multipliedReportingOverflow(by: max(1, times))
      return repeating(innermost, rows: overflows ? .max : product)
    }
    let pointer = compile(inner)
    qb_series_repeat(pointer, UInt64(max(1, rows)))
    return pointer
  }

  private static func cycle(_ values: [SQLiteValue], repeats: Int64) -> OpaquePointer {
    let pointer: OpaquePointer = qb_series_cycle(values.count, UInt64(max(1, repeats)))
    for value in values { add(value, to: pointer) }
    return pointer
  }

  private static func add(_ value: SQLiteValue, to series: OpaquePointer) {
    var raw = qb_value()
    raw.type = SQLITE_NULL
    switch value {
    case .null: break
    case .integer(let number): (raw.type, raw.integer) = (SQLITE_INTEGER, number)
    case .real(let number): (raw.type, raw.real) = (SQLITE_FLOAT, number)
    case .text(let text):
      return add(Array(text.utf8), type: SQLITE_TEXT, to: series)
    case .blob(let bytes):
      return add(bytes, type: SQLITE_BLOB, to: series)
    }
    qb_series_add_value(series, raw)
  }

  private static func add(_ bytes: [UInt8], type: Int32, to series: OpaquePointer) {
    withCharacters(bytes) { characters, count in
      var raw = qb_value()
      (raw.type, raw.bytes, raw.length) = (type, characters, Int64(count))
      qb_series_add_value(series, raw)
    }
  }

  private static func text(_ pattern: TextPattern) -> OpaquePointer {
    let pointer: OpaquePointer = qb_series_text(pattern.parts.count)
    for part in pattern.parts { add(part, to: pointer) }
    return pointer
  }

  private static func add(_ part: TextPattern.Part, to series: OpaquePointer) {
    switch part {
    case .literal(let text):
      withCharacters(Array(text.utf8)) { qb_series_add_literal(series, $0, $1) }
    case .number(let digits):
      qb_series_add_number(series, max(1, digits), qb_counter(Counter(first: 1)))
    case .integer(let counter, let digits):
      qb_series_add_number(series, max(1, digits), qb_counter(counter))
    case .code(let alphabet, let width, let repeats):
      withCharacters(Array(alphabet.utf8)) {
        qb_series_add_code(series, $0, $1, max(0, width), UInt64(max(1, repeats)))
      }
    case .word(let words, let repeats):
      add(words, repeats: repeats, to: series)
    case .time(let format, let counter):
      qb_series_add_time(series, format.inC, qb_counter(counter))
    case .hexadecimal(let digits, let seed):
      qb_series_add_hexadecimal(series, max(0, digits), seed)
    }
  }

  private static func add(_ words: [String], repeats: Int, to series: OpaquePointer) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for word in words {
      bytes.append(contentsOf: word.utf8)
      ends.append(bytes.count)
    }
    withCharacters(bytes) { characters, _ in
      qb_series_add_words(series, characters, ends, ends.count, UInt64(max(1, repeats)))
    }
  }

  private static func withCharacters(
    _ bytes: [UInt8], _ body: (UnsafePointer<CChar>?, Int) -> Void
  ) {
    bytes.withUnsafeBytes {
      body($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }
}

extension qb_counter {
  fileprivate init(_ counter: Counter) {
    self.init(
      first: counter.first, step: counter.step, count: UInt64(max(1, counter.count ?? 0)),
      repeats: UInt64(max(1, counter.repeats)))
    if counter.count == nil { count = 0 }
  }
}

extension TimeFormat {
  fileprivate var inC: qb_time_format {
    switch self {
    case .date: QB_DATE
    case .time: QB_TIME
    case .dateTime: QB_DATE_TIME
    case .iso8601: QB_ISO_8601
    case .year: QB_YEAR
    }
  }
}
