/// Names of columns that hold nothing as long as a row is there to be seen: `deleted_at`, `archivedOn`,
/// `revoked_by`.
///
/// What lists rows leaves out those in which such a column has a value.
enum GoneNames {
  /// Whether a column of this name says that something is gone. A flag tells by 0 that it isn't.
  static func contain(_ column: FixtureColumn, in table: FixtureTable) -> Bool {
    guard !DeclaredType(column.declaredType).isBoolean else { return false }
    let all = ColumnWords(column: column.name, table: ColumnWords(table.name))
    let words = (all.withoutUnit ?? all).words
    if words.count > 1, let first = words.first, ColumnMeaning.flagPrefixes.contains(first) {
      return false
    }
    if joined.contains(words.joined()) { return true }
    // What else is said of it stands behind it: when, by whom and why.
    let said = words.reversed().prefix { details.contains($0) }.count
    return words.dropLast(said).last.map(participles.contains) ?? false
  }

  private static let participles = names(
    """
    deleted removed archived discarded cancelled canceled revoked trashed suspended banned locked \
    blocked deactivated disabled discontinued terminated withdrawn retired hidden purged erased \
    destroyed invalidated voided unpublished unsubscribed
    """)

  private static let details = names(
    "at on date time datetime timestamp ts by reason user userid id since when")

  /// Written in one, as older schemas have them.
  private static let joined = names(
    """
    deletedat deletedon deleteddate removedat archivedat discardedat cancelledat canceledat \
    revokedat trashedat suspendedat bannedat lockedat disabledat
    """)

  private static func names(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
