/// What a measurement expects of the rows that its endpoint reads.
public struct RowsRead: Sendable, Hashable {
  enum Expectation: Sendable, Hashable {
    case growing
    case same
    case none
  }

  let expectation: Expectation

  /// The foreign key columns whose rows share a parent by design: `article.tenantId`.
  let shared: Set<String>

  private init(_ expectation: Expectation, shared: Set<String> = []) {
    self.expectation = expectation
    self.shared = shared
  }

  /// More rows are read the more there are: the usual list.
  public static let growing = RowsRead(.growing)

  /// More rows are read the more there are, and those of these foreign key columns share their
  /// parent by design: `.growing(sharing: "article.categoryId")`.
  public static func growing(sharing columns: String...) -> RowsRead {
    RowsRead(.growing, shared: Set(columns.map(CaseFolding.folded)))
  }

  /// The same rows are read by design, however many there are: one record by its id, a count.
  public static let sameRows = RowsRead(.same)

  /// No row is found by design: a search for what is not there.
  public static let noRows = RowsRead(.none)

  /// Whether rows that share a parent would be a doubt.
  package var mayShareParents: Bool { expectation == .growing }
}
