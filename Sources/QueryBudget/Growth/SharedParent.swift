/// A foreign key whose new rows were all given the same parent.
public struct SharedParent: Sendable, Hashable {
  /// The foreign key.
  public let foreignKey: ForeignKey

  /// How many rows were added to its table.
  public let rows: Int

  /// Rows that share a parent.
  public init(_ foreignKey: ForeignKey, rows: Int) {
    self.foreignKey = foreignKey
    self.rows = rows
  }

  /// The foreign key's column, as `article.authorId`; the first of several.
  var column: String { "\(foreignKey.table).\(foreignKey.columns.first ?? "")" }

  /// Why this proves nothing, and what to change.
  var explanation: String {
    "All \(rows) rows that were added to \(foreignKey.table) belong to one row of "
      + "\(foreignKey.parentTable) (\(foreignKey)), so that a query for each of its rows would run "
      + "once: give the rows parents of their own, or say `reading: .growing(sharing: \"\(column)\")` "
      + "if they share one by design."
  }
}
