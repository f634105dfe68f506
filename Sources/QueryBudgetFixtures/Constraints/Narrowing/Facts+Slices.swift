/// Orders between columns, as slices of their usual values.
extension Facts {
  /// Gives each column that is compared with others a slice, so that the values keep all orders.
  mutating func slice() {
    // Each takes its place above all that are below it.
    var places: [(column: String, level: Int)] = []
    for order in orders {
      for column in [order.low, order.high] where !places.contains(where: { $0.column == column }) {
        places.append((column, 0))
      }
    }
    guard !places.isEmpty, rise(&places) else { return }
    for (column, level) in places {
      let group = connected(to: column)
      let count = places.filter { group.contains($0.column) }.map(\.level).max() ?? 0
      self[column].domain.slice = ValueDomain.Slice(index: level, count: count + 1)
    }
  }

  /// False where the orders run in a circle.
  private mutating func rise(_ places: inout [(column: String, level: Int)]) -> Bool {
    var kept: [Order] = []
    // Those that need only differ come last, and are left out where they would close a circle.
    for order in orders.filter({ !$0.isSoft }) + orders.filter(\.isSoft) {
      if reaches(order.low, from: order.high, along: kept) {
        if order.isSoft { continue }
        return false
      }
      kept.append(order)
    }
    for _ in places.indices {
      for order in kept {
        guard let low = places.firstIndex(where: { $0.column == order.low }),
          let high = places.firstIndex(where: { $0.column == order.high })
        else { continue }
        places[high].level = max(places[high].level, places[low].level + 1)
      }
    }
    return true
  }

  private func reaches(_ column: String, from start: String, along orders: [Order]) -> Bool {
    var reached = [start]
    var index = 0
    while index < reached.count {
      for order in orders where order.low == reached[index] && !reached.contains(order.high) {
        reached.append(order.high)
      }
      index += 1
    }
    return reached.contains(column)
  }

  /// The columns that it is compared with, also through others.
  private func connected(to column: String) -> [String] {
    var group = [column]
    var index = 0
    while index < group.count {
      for order in orders where order.low == group[index] || order.high == group[index] {
        for other in [order.low, order.high] where !group.contains(other) { group.append(other) }
      }
      index += 1
    }
    return group
  }
}
