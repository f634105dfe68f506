/// How to get rid of a statement that runs once per row.
///
/// ```swift
/// #expect(
///   wayOut.text == "article.authorId references author.id: load them with one join, or all at "
///     + "once with WHERE author.id IN (…).")
/// ```
public struct WayOut: Sendable, Hashable {
  /// What the statement does over and over.
  public enum Kind: Sendable, Hashable {
    /// It looks a parent up by its key.
    case belongsTo

    /// It looks children up by their foreign key.
    case hasMany

    /// It looks up what a join table ties to a row.
    case through(table: String)

    /// It looks rows up by columns of which no foreign key is known.
    case lookup

    /// It inserts, updates or deletes a row.
    case insert, update, delete
  }

  /// The library whose words a way out may be told in.
  public enum Library: Sendable, Hashable {
    /// GRDB's associations.
    case grdb
  }

  /// What the statement does over and over.
  public let kind: Kind

  /// The table whose rows it loads or writes.
  public let table: String

  /// The foreign keys that the values go along; several where one can't be told from another.
  public let foreignKeys: [ForeignKey]

  /// The statement that returned the rows for each of which this one runs, if it is known.
  public let parentSQL: String?

  /// The way out in SQL, on one line.
  public let text: String

  /// The way out in GRDB's words, a line each.
  private let grdbLines: [String]

  init(_ facts: WayOutFacts) {
    kind = facts.kind
    table = facts.table
    foreignKeys = facts.foreignKeys
    parentSQL = facts.parent?.sql
    text = facts.text
    grdbLines = facts.grdbLines
  }

  /// The way out of one statement that grows; nil where nothing is known to say.
  ///
  /// `runs` is how often it ran, and `earlier` what ran before its first run, oldest first.
  package init?(
    of sql: String,
    kind: StatementKind,
    runs: Int? = nil,
    after earlier: [EarlierStatement],
    schema: DatabaseSchema
  ) {
    guard let facts = WayOutFacts(sql, kind, runs: runs, after: earlier, schema: schema)
    else { return nil }
    self.init(facts)
  }

  /// The way out of one statement of a recording.
  package init?(
    of shape: StatementShape, sql: String, in recording: Recording, schema: DatabaseSchema
  ) {
    let tally = recording.tallies.first { $0.shape.fingerprint == shape.fingerprint }
    self.init(
      of: sql, kind: shape.kind, runs: tally?.runs,
      after: EarlierStatement.list(before: shape.fingerprint, in: recording), schema: schema)
  }

  /// The way out: one line in SQL, and one or more in a library's words where they are asked for.
  public func lines(for library: Library? = nil) -> [String] {
    [text] + (library == .grdb ? grdbLines : [])
  }
}
