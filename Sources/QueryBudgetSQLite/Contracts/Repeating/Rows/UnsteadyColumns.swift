/// The columns that come out differently in two runs from the same rows.
struct UnsteadyColumns {
  private struct Place: Hashable {
    let table: String
    let column: String
  }

  private var random: Set<Place> = []
  private var times: Set<Place> = []

  func isRandom(_ column: String, of table: String) -> Bool {
    random.contains(Place(table: table, column: column))
  }

  func isTime(_ column: String, of table: String) -> Bool {
    times.contains(Place(table: table, column: column))
  }

  /// None.
  init() {}

  /// Learns them from two runs in which nothing was made to fail.
  init(_ one: DatabaseContents, _ other: DatabaseContents, _ rules: RowRules) {
    for (name, one) in one.tables {
      guard let other = other.tables[name], one != other, one.columns == other.columns else {
        continue
      }
      learn(one, other, rules)
    }
  }

  private mutating func learn(_ one: TableContents, _ other: TableContents, _ rules: RowRules) {
    let start = rules.start.tables[one.name].map { table in
      Dictionary(table.rows.map { (table.key(of: $0), $0) }) { first, _ in first }
    }
    let rows = Dictionary(other.rows.map { (other.key(of: $0), $0) }) { first, _ in first }
    // Without differences the keys alone came out in another order.
    let pairs = Pairs(
      table: one, rules: rules,
      areRandom: !TableMatching(one, other, rules).differences.isEmpty)
    var (left, keys) = ([[SQLiteValue]](), Set<[SQLiteValue]>())
    for row in one.rows {
      let key = one.key(of: row)
      if let same = rows[key] {
        keys.insert(key)
        learn([row], [same], pairs, from: start?[key])
      } else {
        left.append(row)
      }
    }
    let right = other.rows.filter { !keys.contains(other.key(of: $0)) }
    if left.count == right.count { learn(left, right, pairs) }
  }

  private struct Pairs {
    let table: TableContents
    let rules: RowRules
    let areRandom: Bool
  }

  /// Looks at each column by itself, since nothing tells yet which row is which.
  private mutating func learn(
    _ left: [[SQLiteValue]], _ right: [[SQLiteValue]], _ pairs: Pairs,
    from start: [SQLiteValue]? = nil
  ) {
    let table = pairs.table
    for (index, column) in table.columns.enumerated() {
      let one = left.map { $0[index] }.sorted { $0.literal < $1.literal }
      let other = right.map { $0[index] }.sorted { $0.literal < $1.literal }
      // What one run changed and the other left alone did not change by chance.
      guard one != other, start?[index] != one[0], start?[index] != other[0] else { continue }
      let place = Place(table: table.name, column: column)
      if zip(one, other).allSatisfy({ pairs.rules.isSame($0, $1, column, of: table.name) }) {
        times.insert(place)
      } else if pairs.areRandom {
        random.insert(place)
      }
    }
  }
}
