/// The tables that a statement names.
struct TableList {
  /// Where a table is named.
  enum Place {
    /// In FROM: with a parenthesis behind it, it is a function.
    case source
    /// In INTO and the like: in a parenthesis behind it are its columns.
    case target
  }

  private struct Table {
    var name: String
    var isQualified = false
    /// `'main'.'book'`, as SQLite's virtual tables write it and hardly anybody else.
    var isWrittenByVirtualTable = false
  }

  /// The name being read, which a dot, another name or a parenthesis may still follow.
  private var place: Place?
  private var parts: [SQLToken] = []
  private var isBehindDot = false

  private var tables: [Table] = []
  /// How many of SQLite's own functions are used as tables.
  private var ownFunctions = 0
  /// Common table expressions, in upper case.
  private var excluded: Set<String> = []

  /// Begins the name of a table.
  mutating func begin(_ token: SQLToken, _ place: Place) {
    self.place = place
    parts = [token]
    isBehindDot = false
  }

  /// The name of a common table expression is not that of a table.
  mutating func exclude(_ token: SQLToken) {
    excluded.insert(CaseFolding.folded(token.name))
  }

  /// Goes on with the name that has begun, or ends it.
  mutating func read(_ token: SQLToken) {
    guard let place else { return }
    if isBehindDot, token.kind == .word || token.isName {
      parts.append(token)
      isBehindDot = false
    } else if token.kind == .dot, !isBehindDot {
      isBehindDot = true
    } else {
      end(isFunction: place == .source && token.kind == .open)
    }
  }

  private mutating func end(isFunction: Bool) {
    place = nil
    guard let name = parts.last?.name else { return }
    if CaseFolding.folded(name).hasPrefix("PRAGMA_") {
      ownFunctions += 1
    } else if !isFunction {
      tables.append(
        Table(
          name: name, isQualified: parts.count > 1,
          isWrittenByVirtualTable: parts.count > 1 && parts.allSatisfy { $0.kind == .string }))
    }
  }

  private var counted: [Table] {
    tables.filter { $0.isQualified || !excluded.contains(CaseFolding.folded($0.name)) }
  }

  /// Each table once, as it is spelled first.
  var names: [String] {
    var seen: Set<String> = []
    return counted.map(\.name).filter { seen.insert(CaseFolding.folded($0)).inserted }
  }

  /// Whether there are no others than `sqlite_master` and the like, and at least one of these.
  var areSQLitesOwn: Bool {
    let counted = counted
    return counted.count + ownFunctions > 0
      && counted.allSatisfy { CaseFolding.folded($0.name).hasPrefix("SQLITE_") }
  }

  /// Whether all are written as only R-tree, FTS5 and the like do while they connect.
  var areOfVirtualTables: Bool {
    let counted = counted
    return !counted.isEmpty && counted.allSatisfy(\.isWrittenByVirtualTable)
  }
}
