import QueryBudgetSQLite

/// Values of some columns that belong together.
struct Tuples {
  let columns: [String]
  private let keys: [[Int]]
  private var values: [[SQLiteValue]] = []
  private var seen: Set<[SQLiteValue]> = []

  init(_ columns: [String], keys: [[String]]) {
    self.columns = columns
    self.keys = keys.map { key in key.compactMap { columns.firstIndex(of: $0) } }
  }

  var count: Int { values.count }

  /// What unique keys have of values, each behind its number.
  private func marks(_ tuple: [SQLiteValue]) -> [[SQLiteValue]] {
    keys.enumerated().compactMap { number, key in
      let values = key.map { tuple[$0] }
      return values.contains(.null) ? nil : [.integer(Int64(number))] + values
    }
  }

  /// Whether no unique key has the values already.
  func canAdd(_ tuple: [SQLiteValue]) -> Bool {
    !marks(tuple).contains(where: seen.contains)
  }

  mutating func add(_ tuple: [SQLiteValue]) {
    guard canAdd(tuple) else { return }
    seen.formUnion(marks(tuple))
    values.append(tuple)
  }

  /// One tuple after the other, and from the start again.
  var decisions: [String: ValuePlan.Decision] {
    columns.enumerated().reduce(into: [:]) { decisions, column in
      let list = values.map { $0[column.offset] }
      let isOne = list.allSatisfy { $0 == list[0] }
      decisions[column.element] = .series(isOne ? .constant(list[0]) : .cycle(list))
    }
  }
}
