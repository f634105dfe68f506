import CSQLite
import CStatementTrace
import Foundation

/// Decides which statements of a recording fail, and how.
///
/// It is asked about each statement that a recording with ``Keeping/faults`` holds, as it starts, in
/// their order.
package final class StatementFault: Sendable {
  /// What becomes of a statement.
  package enum Decision: Sendable {
    /// It runs.
    case runs

    /// It fails at once. A write takes its transaction with it, as on a full disk.
    case isInterrupted

    /// A write fails before it has done anything; its transaction stays open, as behind a constraint.
    /// What does not write runs.
    case isRefused
  }

  private let decide: @Sendable (_ sql: String, _ connection: Int) -> Decision

  /// A fault that is asked by the SQL of a statement and the number of its connection.
  package init(_ decide: @escaping @Sendable (_ sql: String, _ connection: Int) -> Decision) {
    self.decide = decide
  }

  fileprivate func decision(on statement: OpaquePointer?, of connection: UInt32) -> qb_decision {
    let sql = statement.flatMap { sqlite3_sql($0) }.map { String(cString: $0) } ?? ""
    return switch decide(sql, Int(connection)) {
    case .runs: QB_FAULT_NONE
    case .isInterrupted: QB_FAULT_INTERRUPT
    case .isRefused: QB_FAULT_REFUSE
    }
  }
}

/// What C holds of a fault.
final class FaultBox: @unchecked Sendable {
  // What lies behind the pointer is written before anybody else knows it, and never again; it names
  // `fault`, which is Sendable and lives as long as this.
  let pointer: UnsafeMutablePointer<qb_fault>
  private let fault: StatementFault

  init(_ fault: StatementFault) {
    self.fault = fault
    pointer = .allocate(capacity: 1)
    pointer.initialize(
      to: qb_fault(
        context: Unmanaged.passUnretained(fault).toOpaque(),
        decide: { context, statement, connection in
          guard let context else { return QB_FAULT_NONE }
          return Unmanaged<StatementFault>.fromOpaque(context).takeUnretainedValue()
            .decision(on: statement, of: connection)
        }))
  }

  deinit { pointer.deallocate() }
}

extension StatementRecorder {
  /// Has a fault asked about what is recorded with ``Keeping/faults`` from now on, or nobody.
  package func use(_ fault: StatementFault?) {
    let box = fault.map(FaultBox.init)
    state.withLock { state in
      // A thread may be inside of an older one: they live as long as the recorder.
      if let box { state.faults.append(box) }
      qb_recorder_set_fault(recorder.pointer, box?.pointer)
    }
    // Not under the lock, which is taken where a connection is opened.
    for connection in openConnections { connection.stopRefusing() }
  }
}
