import CRowWriter
import CSQLite
import QueryBudgetSQLite

/// The memory that C writes rows from, for as long as rows are written.
final class RowMemory {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var rows: [ObjectIdentifier: UnsafeMutablePointer<qb_rows>] = [:]
  private var sources: [ObjectIdentifier: [String: UnsafeMutablePointer<qb_source>]] = [:]

  deinit {
    for block in blocks { block.deallocate() }
  }

  private func block<Element>(_ count: Int, of first: Element) -> UnsafeMutablePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    pointer.initialize(repeating: first, count: max(count, 1))
    blocks.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }

  /// The numbers and rowids of rows.
  func rows(_ set: RowSet) -> UnsafeMutablePointer<qb_rows> {
    if let known = rows[ObjectIdentifier(set)] { return known }
    let made = block(
      1,
      of: qb_rows(
        count: Int64(set.count), numbers: block(set.count, of: 0), rowids: block(set.count, of: 0)))
    rows[ObjectIdentifier(set)] = made
    return made
  }

  /// Memory for values while they are bound.
  func scratch(_ room: Int) -> UnsafeMutablePointer<CChar> { block(room, of: 0) }

  /// Sources as C takes them, one after the other.
  func list(_ sources: [UnsafeMutablePointer<qb_source>])
    -> UnsafeMutablePointer<UnsafePointer<qb_source>?>
  {
    let list = block(sources.count, of: nil as UnsafePointer<qb_source>?)
    for (index, source) in sources.enumerated() { list[index] = UnsafePointer(source) }
    return list
  }

  // MARK: Sources

  /// Where a column of rows gets its values from; nil where SQLite makes them.
  func source(_ column: String, of set: RowSet) -> UnsafeMutablePointer<qb_source>? {
    let id = ObjectIdentifier(set)
    if let known = sources[id]?[column] { return known }
    guard let made = makeSource(column, of: set) else { return nil }
    sources[id, default: [:]][column] = made
    return made
  }

  /// Takes on what the database has in a column of rows.
  func keep(_ values: [SQLiteValue], in column: String, of set: RowSet) {
    sources[ObjectIdentifier(set), default: [:]][column] = list(values)
  }

  private func makeSource(_ column: String, of set: RowSet) -> UnsafeMutablePointer<qb_source>? {
    switch set.sources[column] {
    case .link(let link):
      return source(of: link)
    case .given(let values):
      let list = self.list(values)
      if values.contains(where: { $0 == nil }) {
        let link = set.fallbacks[column]
        list.pointee.other = UnsafePointer(link.map(source) ?? planned(column, of: set))
      }
      return list
    case nil:
      return planned(column, of: set)
    }
  }

  private func planned(_ column: String, of set: RowSet) -> UnsafeMutablePointer<qb_source>? {
    switch set.plan[column] {
    case .series:
      guard let series = set.plan.series(of: column) else { return nil }
      var source = qb_source()
      source.kind = QB_SOURCE_SERIES
      source.rows = UnsafePointer(rows(set))
      // The rows keep their plan, and the plan its series.
      source.series = series.pointer
      return block(1, of: source)
    case .rows(let values):
      return list(values)
    case .null:
      return block(1, of: qb_source())
    case .omitted, nil:
      return column == set.table.rowidColumn && set.choosesRowids ? rowid(of: set) : nil
    }
  }

  /// The rowids of rows.
  func rowid(of set: RowSet) -> UnsafeMutablePointer<qb_source> {
    var source = qb_source()
    source.kind = QB_SOURCE_ROWID
    source.rows = UnsafePointer(rows(set))
    return block(1, of: source)
  }

  private func source(of link: RowLink) -> UnsafeMutablePointer<qb_source> {
    var source = qb_source()
    source.kind = QB_SOURCE_LINK
    source.map = map(link.map)
    source.other =
      switch link.target {
      case .link(let further): UnsafePointer(self.source(of: further))
      case .column(let column): UnsafePointer(target(column, of: link.rows))
      }
    return block(1, of: source)
  }

  private func map(_ map: RowMap) -> qb_map {
    var result = qb_map(
      divisor: Int64(map.divisor), block: Int64(map.block), modulus: Int64(map.modulus),
      offset: Int64(map.offset), clamps: map.clamps, indices: nil)
    if let indices = map.indices {
      let list = block(indices.count, of: Int64(-1))
      for (row, index) in indices.enumerated() { list[row] = Int64(index) }
      result.indices = UnsafePointer(list)
    }
    return result
  }

  private func target(_ column: String, of set: RowSet) -> UnsafeMutablePointer<qb_source>? {
    let name = set.spelled(column)
    return source(name, of: set) ?? (isRowid(name, of: set) ? rowid(of: set) : nil)
  }

  private func isRowid(_ column: String, of set: RowSet) -> Bool {
    set.table.rowidColumn == column
  }

  // MARK: Lists

  /// Values for each row; nil is left to another source.
  func list(_ values: [SQLiteValue?]) -> UnsafeMutablePointer<qb_source> {
    let list = block(values.count, of: qb_value())
    for (index, value) in values.enumerated() {
      if let value { list[index] = self.value(value) }
    }
    var source = qb_source()
    source.kind = QB_SOURCE_LIST
    source.list = UnsafePointer(list)
    source.list_count = Int64(values.count)
    return block(1, of: source)
  }

  private func value(_ value: SQLiteValue) -> qb_value {
    var result = qb_value()
    switch value {
    case .null: result.type = SQLITE_NULL
    case .integer(let integer):
      result.type = SQLITE_INTEGER
      result.integer = integer
    case .real(let real):
      result.type = SQLITE_FLOAT
      result.real = real
    case .text(let text):
      result.type = SQLITE_TEXT
      hold(Array(text.utf8), in: &result)
    case .blob(let bytes):
      result.type = SQLITE_BLOB
      hold(bytes, in: &result)
    }
    return result
  }

  private func hold(_ bytes: [UInt8], in value: inout qb_value) {
    let copy = block(bytes.count, of: UInt8(0))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    let start: UnsafeMutableRawPointer = UnsafeMutableRawPointer(copy)
    value.bytes = UnsafePointer(start.assumingMemoryBound(to: CChar.self))
    value.length = Int64(bytes.count)
  }
}
