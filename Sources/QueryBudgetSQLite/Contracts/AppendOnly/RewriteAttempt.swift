/// A statement that would change or remove what a log holds.
struct RewriteAttempt {
  /// By which way it goes.
  enum Way: Hashable {
    case update(column: String)
    case delete
    /// Inserts a row whose key is taken.
    case replace(key: [String])
    /// Deletes the parent of a row.
    case parentDelete(ForeignKeyAction)
    /// Changes the key of the parent of a row.
    case parentUpdate(ForeignKeyAction)
  }

  let way: Way

  /// The same attempt with several values, the likeliest first: some may be refused by a
  /// constraint, which says nothing of the others.
  let statements: [String]
}
