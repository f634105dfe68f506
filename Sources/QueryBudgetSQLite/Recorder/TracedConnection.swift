import CSQLite
import CStatementTrace
import Foundation
package import QueryBudget

/// One connection that a recorder is attached to.
package final class TracedConnection: @unchecked Sendable {
  // `trace` is immutable, its C functions lock, are atomic, or are called through `withHandle`,
  // and the texts have a lock of their own.
  package let number: Int
  let trace: OpaquePointer
  private let access: (any ConnectionAccess)?
  private let texts = Locked<[UInt32: Text]>([:])

  init(number: Int, trace: OpaquePointer, access: (any ConnectionAccess)?) {
    self.number = number
    self.trace = trace
    self.access = access
  }

  deinit {
    qb_trace_release(trace)
  }

  /// The library that runs it, if it is one that advice can be given in.
  package var library: WayOut.Library? { access?.library }

  /// The connection, while SQLite has not said that it was closed.
  package var handle: OpaquePointer? { qb_trace_connection(trace) }

  /// Whether nothing that it runs will ever be told again.
  var isOver: Bool { qb_trace_is_over(trace) }

  /// Runs `body` where the connection may be used; nil when it was closed or can't be reached.
  ///
  /// What it runs on the connection is not recorded.
  package func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    guard handle != nil else { return nil }
    guard let access else { return try unrecorded(body) }
    return try access.withConnection { _ in try unrecorded(body) } ?? nil
  }

  private func unrecorded<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    guard let handle else { return nil }
    qb_trace_mute(trace, true)
    defer { qb_trace_mute(trace, false) }
    return try body(handle)
  }

  /// Whether statements still reach the recorder; true as well where that can't be found out.
  func holdsSlot() -> Bool {
    withHandle { _ in qb_trace_holds_slot(trace) } ?? !qb_trace_lost_slot(trace)
  }

  /// Has SQLite tell what the open recordings ask for, and no more, unless the connection can't be
  /// reached: then the ends of its statements stay unknown.
  func settle() {
    _ = withHandle { _ in qb_trace_settle(trace) }
  }

  /// Whether SQLite tells how statements end.
  package var tellsEnds: Bool { qb_trace_tells_ends(trace) }

  /// Whether there is nothing to settle.
  var isSettled: Bool { qb_trace_is_settled(trace) }

  /// A distinct SQL text of the connection, and what follows from it.
  struct Text: Sendable {
    let sql: String
    let shape: StatementShape
  }

  /// The text of a number, worked out once, and only where a recording holds it: most texts of a
  /// test are those that fill its tables.
  func text(_ number: UInt32) -> Text {
    texts.withLock { texts in
      if let known = texts[number] { return known }
      var length = 0
      let bytes = qb_trace_text(trace, number, &length)
      let buffer = UnsafeRawBufferPointer(start: bytes, count: length)
      let sql = String(decoding: buffer, as: UTF8.self)
      let text = Text(sql: sql, shape: StatementShape(of: sql))
      texts[number] = text
      return text
    }
  }
}
