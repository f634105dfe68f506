import CRowWriter
import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// Writes rows, each set by one prepared statement.
final class RowWriter {
  private let handle: OpaquePointer
  private let order: WriteOrder
  private let memory = RowMemory()
  private var numbers: RowNumbers
  private let progress: RowProgress

  /// How many rows are written before somebody is told.
  private static let chunk: Int64 = 1000

  /// How often a row gets another number before its values are taken for used up.
  private static let attempts = 1000

  init(_ order: WriteOrder, on handle: OpaquePointer, progress: RowProgress) throws {
    self.order = order
    self.handle = handle
    self.progress = progress
    numbers = try RowNumbers(of: order.sets.map(\.table), on: handle)
  }

  /// Writes all of them.
  func write() throws {
    progress.started(order.sets.reduce(0) { $0 + $1.count })
    // In the order in which they are written: what is chosen is what SQLite would give.
    for rows in order.sets { prepare(rows) }
    for rows in order.sets { try insert(rows) }
    for rows in order.sets where !rows.later.isEmpty { try update(rows) }
  }

  private func prepare(_ rows: RowSet) {
    let memory = memory.rows(rows)
    let first = numbers.next(rows.count, of: rows.table)
    qb_rows_number(memory, first.number)
    if first.isCrowded, rows.table.rowidColumn != nil { rows.choosesRowids = true }
    if rows.choosesRowids { qb_rows_choose(memory, first.number) }
  }

  // MARK: Insert

  private func insert(_ rows: RowSet) throws {
    guard rows.count > 0 else { return }
    let table = rows.table
    let null = memory.list([.null])
    let columns = table.columns.compactMap { column in
      column.isGenerated
        ? nil
        : memory.source(column.name, of: rows).map { source in
          (name: column.name, source: rows.later.contains(column.name) ? null : source)
        }
    }
    let names = columns.map { SQLName.quoted($0.name) }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let target = table.quotedName
    let sql =
      columns.isEmpty
      ? "INSERT INTO \(target) DEFAULT VALUES"
      : "INSERT INTO \(target)(\(names)) VALUES (\(places))"
    // Also where they were chosen: the caller may have given some.
    try run(sql, columns.map(\.source), rows, notesRowids: table.hasRowid)
    for column in rows.readBack.sorted() { try readBack(column, of: rows) }
  }

  private func readBack(_ column: String, of rows: RowSet) throws {
    let keys = keys(of: rows)
    let condition = keys.columns.map { "\(SQLName.quoted($0)) = ?" }.joined(separator: " AND ")
    let statement = try PreparedStatement(
      "SELECT \(SQLName.quoted(column)) FROM \(rows.table.quotedName) WHERE \(condition)",
      on: handle)
    let values = try (0..<keys.count).map { row in
      statement.reset()
      try statement.bind(keys[row].map(\.value))
      return try statement.step() ? statement.values[0] : .null
    }
    memory.keep(values, in: column, of: rows)
  }

  // MARK: Update

  /// Sets the columns that had to wait for other rows.
  private func update(_ rows: RowSet) throws {
    let later = rows.table.columns.map(\.name).filter(rows.later.contains)
    let set = later.map { "\(SQLName.quoted($0)) = ?" }.joined(separator: ", ")
    let key = rows.table.keyColumns
    let condition = key.map { "\(SQLName.quoted($0)) = ?" }.joined(separator: " AND ")
    let sources = (later + key).compactMap { column in
      memory.source(column, of: rows) ?? memory.rowid(of: rows)
    }
    // They were counted when they were inserted.
    try run(
      "UPDATE \(rows.table.quotedName) SET \(set) WHERE \(condition)", sources, rows,
      notesRowids: false)
  }

  // MARK: Run

  private func run(
    _ sql: String,
    _ sources: [UnsafeMutablePointer<qb_source>],
    _ rows: RowSet,
    notesRowids: Bool
  ) throws {
    let statement = try prepared(sql, rows)
    // C keeps the statement's pointer only.
    defer { withExtendedLifetime(statement) {} }
    var writer = qb_writer(
      connection: handle, statement: statement.pointer, sources: memory.list(sources),
      source_count: Int32(sources.count), rows: memory.rows(rows), notes_rowids: notesRowids)
    let scratch = memory.scratch(qb_writer_room(&writer))
    var next: Int64 = 0
    var tries = 0
    while next < Int64(rows.count) {
      let start = next
      let end = min(next + Self.chunk, Int64(rows.count))
      let code = qb_write(&writer, &next, end, scratch)
      progress.wrote(Int(next - start))
      if code == SQLITE_DONE { continue }
      if next > start { tries = 0 }
      tries += 1
      try mend(code, row: next, of: rows, tries: tries)
    }
  }

  private func prepared(_ sql: String, _ rows: RowSet) throws -> PreparedStatement {
    do {
      return try PreparedStatement(sql, on: handle)
    } catch {
      throw RowRefusal.preparing(error, of: rows)
    }
  }

  /// Gives a row another number where its values were taken.
  private func mend(_ code: Int32, row: Int64, of rows: RowSet, tries: Int) throws {
    let refusal = RowRefusal(code, of: rows, row: Int(row), on: handle)
    guard refusal.mayPass, tries < Self.attempts else { throw refusal.error() }
    memory.rows(rows).pointee.numbers[Int(row)] = numbers.next(1, of: rows.table).number
  }

  // MARK: Keys

  /// The keys of rows that were written.
  func keys(of rows: RowSet) -> RowKeys {
    let written = memory.rows(rows).pointee
    let rowids =
      rows.table.hasRowid
      ? Array(UnsafeBufferPointer(start: written.rowids, count: rows.count)) : []
    let columns = rows.table.keyColumns
    guard !rows.table.hasRowidKey else {
      return RowKeys(columns: columns, rowids: rowids, values: [])
    }
    let sources = columns.map { memory.source($0, of: rows) }
    let room = sources.reduce(1) { $0 + ($1.map { qb_source_room($0) } ?? 0) }
    let scratch = memory.scratch(room)
    let values = (0..<rows.count).map { row in
      sources.map { source in
        var value = qb_value()
        qb_source_value(source, Int64(row), scratch, &value)
        return SQLiteValue(value)
      }
    }
    return RowKeys(columns: columns, rowids: rowids, values: values)
  }
}
