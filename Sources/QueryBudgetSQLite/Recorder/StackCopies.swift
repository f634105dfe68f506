import CStatementTrace
import QueryBudget

/// The stacks of one connection's statements, each copied once.
final class StackCopies {
  private let connection: TracedConnection
  private var copies: [UInt32: StackTrace] = [:]

  init(_ connection: TracedConnection) {
    self.connection = connection
  }

  /// The stack of a number; nil when none was kept.
  func stack(_ number: UInt32) -> StackTrace? {
    guard number != 0 else { return nil }
    if let known = copies[number] { return known }
    var count = 0
    guard let frames = qb_trace_stack(connection.trace, number, &count) else { return nil }
    let addresses = UnsafeBufferPointer(start: frames, count: count).map { UInt(bitPattern: $0) }
    let stack = StackTrace(addresses: addresses)
    copies[number] = stack
    return stack
  }
}
