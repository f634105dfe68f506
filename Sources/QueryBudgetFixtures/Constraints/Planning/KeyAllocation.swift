import QueryBudget
import QueryBudgetSQLite

/// Makes the series of columns, each as different as the unique keys need it.
///
/// A key whose columns have few values each is counted through like the digits of a number: the first
/// column changes with each row, the next one when all values of the first were there, and so on.
struct KeyAllocation {
  /// How a column's values change: each for so many rows, and how many there are.
  private struct Digit {
    var repeats: Int64
    var count: Int64?
  }

  /// A key that has too little room.
  struct Shortage {
    let key: TableRules.Key
    let room: Int64
    let columns: [String]
  }

  let count: Int
  let links: [String: ColumnLink]

  /// Columns whose values come from here.
  let isFree: (String) -> Bool

  /// Columns that are left to SQLite where that is possible.
  let isOmitted: (String) -> Bool
  let isNull: (String) -> Bool

  /// What a column is made from, where that is other columns of the row.
  let sources: (String) -> [String]?
  let make: (String, Variety) -> ValueSeries?

  private(set) var series: [String: ValueSeries] = [:]
  private var digits: [String: Digit] = [:]

  init(
    count: Int,
    links: [String: ColumnLink],
    isFree: @escaping (String) -> Bool,
    isOmitted: @escaping (String) -> Bool,
    isNull: @escaping (String) -> Bool,
    sources: @escaping (String) -> [String]?,
    make: @escaping (String, Variety) -> ValueSeries?
  ) {
    self.count = count
    self.links = links
    self.isFree = isFree
    self.isOmitted = isOmitted
    self.isNull = isNull
    self.sources = sources
    self.make = make
  }

  /// Whether a unique key counts on the values of this column.
  func carriesKey(_ column: String) -> Bool { digits[column] != nil }

  /// Enough for calls that come later, too.
  private var ambition: Int64 { max(Int64(count), 4096) }

  /// Makes the columns of a key differ enough; nil where they do.
  mutating func allocate(_ key: TableRules.Key) -> Shortage? {
    guard let needed = needed(by: key) else { return nil }
    let isPartial = key.condition != nil
    let wanted = needed < Int64(count) ? needed : ambition
    let columns = key.columns.flatMap { sources($0) ?? [$0] }
    var free: [String] = []
    for column in columns where isFree(column) && !free.contains(column) { free.append(column) }
    let first = free.filter { !isOmitted($0) }
    if first.contains(where: { covers($0, wanted) }) { return nil }
    if takeOne(of: first, wanted) { return nil }
    if !isPartial, takeOne(of: free.filter { !first.contains($0) }, wanted) { return nil }
    if isPartial { return Shortage(key: key, room: 0, columns: free) }
    var room = count(through: first, to: wanted)
    if room < wanted { room = count(through: free, to: wanted) }
    return room < needed ? Shortage(key: key, room: room, columns: free) : nil
  }

  /// Makes what no key counts on.
  mutating func complete(_ columns: [String]) -> [String] {
    var missing: [String] = []
    for column in columns where series[column] == nil {
      if let made = make(column, Variety()) {
        series[column] = made
      } else {
        missing.append(column)
      }
    }
    return missing
  }

  // MARK: What is needed

  /// How many different values the free columns need; nil where the others differ already.
  private func needed(by key: TableRules.Key) -> Int64? {
    // What the caller gives is for the database to judge.
    if !key.columns.contains(where: { !isGiven($0) }) { return nil }
    var needed = Int64(count)
    for column in key.columns {
      // NULLs differ from each other.
      if isNull(column) { return nil }
      switch links[column] {
      case .distinct: return nil
      case .repeating(let rows): needed = min(needed, Int64(rows))
      case .given(let values) where areDistinct(values): return nil
      case .same, .given, nil: break
      }
    }
    return needed
  }

  private func isGiven(_ column: String) -> Bool {
    guard case .given(let values)? = links[column] else { return false }
    return !values.contains(nil)
  }

  private func areDistinct(_ values: [SQLiteValue?]) -> Bool {
    guard values.count >= count, count > 1 else { return false }
    var seen: Set<SQLiteValue> = []
    return values.allSatisfy { $0.map { $0 == .null || seen.insert($0).inserted } ?? false }
  }

  private func covers(_ column: String, _ wanted: Int64) -> Bool {
    guard let digit = digits[column] else { return false }
    return digit.repeats == 1 && (digit.count ?? .max) >= wanted
  }

  // MARK: What is there

  /// Finds a column that is different in every row by itself.
  private mutating func takeOne(of columns: [String], _ wanted: Int64) -> Bool {
    for column in columns where digits[column] == nil {
      guard let (made, count) = richest(column, wanted), (count ?? .max) >= wanted else { continue }
      series[column] = made
      digits[column] = Digit(repeats: 1, count: count)
      return true
    }
    return false
  }

  private func richest(_ column: String, _ wanted: Int64) -> (ValueSeries, Int64?)? {
    let variety = Variety(isDistinct: true, count: wanted)
    guard let made = make(column, variety) ?? make(column, Variety()) else { return nil }
    return (made, made.distinctCount)
  }

  /// Counts through columns; answers how many rows they tell apart.
  private mutating func count(through columns: [String], to wanted: Int64) -> Int64 {
    var free = columns.filter { digits[$0] == nil }
    var known = columns.compactMap { digits[$0] }.sorted { $0.repeats < $1.repeats }
    var room: Int64 = 1
    while room < wanted {
      if let next = known.first, next.repeats <= room {
        // One that changes more often than the rows that are told apart adds nothing for sure.
        if next.repeats == room { room = Self.product(room, next.count ?? .max) }
        known.removeFirst()
      } else if !free.isEmpty {
        let column = free.removeFirst()
        guard let (made, count) = richest(column, wanted) else { continue }
        series[column] = room == 1 ? made : .repeating(made, rows: room)
        digits[column] = Digit(repeats: room, count: count)
        room = Self.product(room, count ?? .max)
      } else {
        break
      }
    }
    return room
  }

  private static func product(_ one: Int64, _ other: Int64) -> Int64 {
    let (product, overflows) = one.multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
