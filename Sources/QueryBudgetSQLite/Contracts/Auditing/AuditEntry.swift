import QueryBudget

/// What the log says of one change of one row.
struct AuditEntry: Sendable {
  /// What it says of a field; nil where it says nothing.
  struct Field: Sendable, Hashable {
    var old: LoggedValue?
    var new: LoggedValue?
  }

  /// The place of the statement that wrote it in the recording.
  let statement: Int?
  let transaction: Int?

  /// Its rows, as failures show them.
  var rows: [RowDifference]
  let table: String
  let row: LoggedValue
  let action: String
  let kind: StatementKind?
  let actor: LoggedValue
  let time: LoggedValue

  /// By the folded names of the fields.
  var fields: [String: Field]

  /// Whether the values could be read.
  var isReadable = true

  func field(_ column: String) -> Field? { fields[AuditPart.folded(column)] }

  /// Whether both say the same.
  func repeats(_ other: AuditEntry) -> Bool {
    kind == other.kind && fields == other.fields && row == other.row
  }
}
