/// Which table a name in a statement stands for.
struct TableNames {
  enum Meaning: Equatable {
    case table(String)
    /// A subquery, a function, or what WITH defines.
    case derived
  }

  /// By the name in upper case.
  private var meanings: [String: Set<String>] = [:]
  private var derived: Set<String> = []

  /// The names of a statement and of its subqueries.
  init(of statement: String) {
    for block in QueryBlockReader.blocks(of: statement).flatMap(\.all) {
      for table in block.tables { add(table) }
      derived.formUnion(block.derivedNames.map(CaseFolding.folded))
    }
  }

  private mutating func add(_ reference: QueryBlock.TableReference) {
    let own = reference.table.split(separator: ".").last.map(String.init) ?? reference.table
    let name = CaseFolding.folded(reference.alias ?? own)
    if reference.isCommonExpression {
      derived.insert(name)
    } else {
      meanings[name, default: []].insert(reference.table)
    }
  }

  /// What a name stands for; nil where the statement doesn't have it, or where it stands for one
  /// table here and for another one there.
  func meaning(of name: String) -> Meaning? {
    let name = CaseFolding.folded(name)
    if let tables = meanings[name] {
      let isOne = Set(tables.map(CaseFolding.folded)).count == 1 && !derived.contains(name)
      return isOne ? tables.min().map(Meaning.table) : nil
    }
    return derived.contains(name) ? .derived : nil
  }

  /// Every name, the longest first.
  var names: [String] {
    (Array(meanings.keys) + derived).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }
}
