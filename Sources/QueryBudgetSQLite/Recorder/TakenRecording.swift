package import QueryBudget

/// A recording, and what belongs to its statements and nobody shows.
package struct TakenRecording: Sendable {
  /// The recording.
  package let recording: Recording

  /// The place of each statement among all that the recorder saw, rising; none where it only counts.
  package let orders: [UInt64]

  /// The rows that each statement returned, where they were asked for.
  package let results: [[[SQLiteValue]]]

  /// The statement of an order, such as `query_budget_statement()` answers it: from 1.
  package func index(ofStatement order: Int64) -> Int? {
    guard order > 0 else { return nil }
    let order = UInt64(order - 1)
    // They rise, and a contract asks for each row that was changed.
    var (low, high) = (orders.startIndex, orders.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if orders[middle] < order { low = middle + 1 } else { high = middle }
    }
    return orders.indices.contains(low) && orders[low] == order ? low : nil
  }
}
