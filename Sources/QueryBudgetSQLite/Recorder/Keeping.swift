import CStatementTrace

/// What one recording keeps of each statement, beside that it ran.
///
/// What only one recording asks for is in no other, though it be open at the same time.
package struct Keeping: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The SQL with its values.
  package static let values = Keeping(rawValue: QB_KEEP_VALUES)

  /// The calls that led to it.
  package static let stacks = Keeping(rawValue: QB_KEEP_STACKS)

  /// What the database did for it. The end of each statement is told for this, which costs a tenth of
  /// a short one; a connection that is inside an access of GRDB's when the recording begins has none.
  package static let work = Keeping(rawValue: QB_KEEP_WORK)

  /// The rows that it returned, with their values.
  package static let results = Keeping(rawValue: QB_KEEP_RESULTS)

  /// Asks the recorder's ``StatementFault`` about each statement, and has it fail where that says so.
  package static let faults = Keeping(rawValue: QB_ASK_FAULT)

  /// What a recorder of this detail keeps in each recording.
  static func always(_ detail: StatementRecorder.Detail) -> Keeping {
    detail == .values ? .values : []
  }
}
