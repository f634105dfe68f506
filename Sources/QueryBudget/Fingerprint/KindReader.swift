/// Tells the kind of a statement by its verb.
struct KindReader {
  fileprivate enum State {
    case start
    /// Behind WITH, at that depth of parentheses.
    case with(depth: Int)
    /// Behind REPLACE, which is a function if a parenthesis follows.
    case replace
    case known(StatementKind)
  }

  private var state = State.start
  private var isBehindClose = false

  mutating func read(_ token: SQLToken, depth: Int) {
    switch state {
    case .start:
      // A statement may stand in parentheses, and behind a semicolon.
      if token.kind == .open || token.kind == .semicolon { break }
      state = State(verb: token.keyword?.part ?? .other, depth: depth)
    case .with(depth: depth):
      // The verb comes behind the parenthesis that closes the last of the expressions.
      if isBehindClose, let part = token.keyword?.part, let verb = State(verbBehindWith: part) {
        state = verb
      }
    case .replace:
      state = .known(token.kind == .open ? .other : .insert)
    case .with, .known:
      break
    }
    isBehindClose = token.kind == .close
  }

  /// The kind, where it depends on the tables as well.
  func kind(of tables: TableList) -> StatementKind {
    guard case .known(let kind) = state else { return .other }
    switch kind {
    case .read where tables.areSQLitesOwn: return .schema
    case .read, .insert: return tables.areOfVirtualTables ? .schema : kind
    default: return kind
    }
  }
}

extension KindReader.State {
  /// The state behind the first word of a statement.
  fileprivate init(verb: Keyword.Part, depth: Int) {
    switch verb {
    case .with: self = .with(depth: depth)
    case .begin, .commit, .end, .rollback, .savepoint, .release: self = .known(.transaction)
    case .pragma: self = .known(.schema)
    case .create, .drop, .alter: self = .known(.definition)
    default: self = KindReader.State(verbBehindWith: verb) ?? .known(.other)
    }
  }

  /// The state behind the verb of a query, or nil if it is none.
  fileprivate init?(verbBehindWith verb: Keyword.Part) {
    switch verb {
    case .select, .values: self = .known(.read)
    case .insert: self = .known(.insert)
    case .replace: self = .replace
    case .update: self = .known(.update)
    case .delete: self = .known(.delete)
    default: return nil
    }
  }
}
