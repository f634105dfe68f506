/// Everything that follows from the text of a statement alone.
///
/// ```swift
/// let shape = StatementShape(of: "SELECT * FROM main.book b JOIN author a ON a.id = b.author_id")
/// #expect(shape.kind == .read)
/// #expect(shape.tables == ["book", "author"])
/// ```
public struct StatementShape: Sendable, Hashable {
  /// The statement without its values.
  public let fingerprint: Fingerprint
  /// What sort of statement it is.
  public let kind: StatementKind
  /// The tables it names, in the order in which they appear, each once and as it is spelled first.
  ///
  /// Without schema, aliases, common table expressions and table-valued functions. A view counts as
  /// a table: from the text they can't be told apart.
  public let tables: [String]

  /// Works out the shape of a statement.
  public init(of statement: String) {
    fingerprint = Fingerprint(of: statement)
    (kind, tables) = ShapeReader.read(statement)
  }
}
