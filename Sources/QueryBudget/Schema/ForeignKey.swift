/// Columns of one table whose values are keys of rows of another one.
///
/// <https://www.sqlite.org/foreignkeys.html>
public struct ForeignKey: Sendable, Hashable {
  /// The table that refers to the other one.
  public let table: String

  /// The columns that refer, in order.
  public let columns: [String]

  /// The table that is referred to.
  public let parentTable: String

  /// The columns that are referred to, one for each of ``columns``.
  public let parentColumns: [String]

  /// A foreign key.
  public init(table: String, columns: [String], parentTable: String, parentColumns: [String]) {
    self.table = table
    self.columns = columns
    self.parentTable = parentTable
    self.parentColumns = parentColumns
  }

  /// Whether a table refers to itself.
  var isRecursive: Bool { CaseFolding.areEqual(table, parentTable) }
}

extension ForeignKey: CustomStringConvertible {
  /// `article.authorId references author.id`.
  public var description: String {
    "\(SQLText.columns(columns, of: table)) references "
      + SQLText.columns(parentColumns, of: parentTable)
  }
}
