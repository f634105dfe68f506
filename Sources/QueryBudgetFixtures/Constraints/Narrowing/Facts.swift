import QueryBudgetSQLite

/// What a list of simple conditions says of the columns in them.
struct Facts: Sendable {
  /// Two columns of which the one is not above the other.
  struct Order: Sendable, Hashable {
    let low: String
    let high: String

    /// Whether they need only differ, so that the order may be left out.
    var isSoft = false
  }

  /// A column that must be what the others make of it.
  struct Derived: Sendable, Hashable {
    let column: String
    let expression: Expression
  }

  private(set) var columns: [String: ColumnFacts] = [:]
  private(set) var orders: [Order] = []
  private(set) var derived: [Derived] = []
  private(set) var isImpossible = false

  subscript(column: String) -> ColumnFacts {
    get { columns[column] ?? ColumnFacts() }
    set {
      columns[column] = newValue
      if newValue.isImpossible { isImpossible = true }
    }
  }

  mutating func fail() { isImpossible = true }

  mutating func add(_ order: Order) {
    if order.low != order.high, !orders.contains(order) { orders.append(order) }
  }

  /// The first equation of a column makes its values; others are left to be tried.
  mutating func add(_ derivation: Derived) {
    let isCircular = derived.contains { known in
      known.column == derivation.column || derivation.expression.columns.contains(known.column)
        || known.expression.columns.contains(derivation.column)
    }
    if !isCircular { derived.append(derivation) }
  }

  /// Moves the ends of the ranges of columns that are compared: the lower one ends where the higher
  /// one does, and the higher one begins where the lower one does.
  mutating func propagate() {
    for _ in orders.indices {
      for order in orders where !order.isSoft {
        let (low, high) = (self[order.low], self[order.high])
        if let lower = low.given?.upperBound ?? low.domain.lower {
          self[order.high].raise(to: lower)
        }
        if let upper = high.given?.lowerBound ?? high.domain.upper {
          self[order.low].cap(at: upper)
        }
      }
    }
  }
}
