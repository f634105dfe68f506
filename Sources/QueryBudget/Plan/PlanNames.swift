/// Which tables the lines of a plan speak of.
struct PlanNames {
  private let names: TableNames
  /// What the plan itself says to be no table, in upper case.
  private let derived: Set<String>
  /// Every name that a line may begin with, in upper case, the longest first.
  private let known: [String]

  private static let ends = [" AS ", " USING ", " VIRTUAL TABLE "]

  init(plan: [String], sql: String) {
    names = TableNames(of: sql)
    derived = Set(
      plan.flatMap { line in
        ["MATERIALIZE ", "CO-ROUTINE "].filter(line.hasPrefix).map {
          CaseFolding.folded(String(line.dropFirst($0.count)))
        }
      })
    known = names.names
  }

  /// The name at the beginning of a text, and what follows it: names may hold blanks.
  func split(_ text: Substring) -> (name: String, rest: Substring) {
    let unqualified = text.hasPrefix("main.") ? text.dropFirst("main.".count) : text
    let folded = CaseFolding.folded(String(unqualified))
    let whole = known.first { folded == $0 || folded.hasPrefix($0 + " ") }
    if let whole {
      let end = unqualified.utf8.index(unqualified.startIndex, offsetBy: whole.utf8.count)
      return (String(unqualified[..<end]), unqualified[end...])
    }
    let end =
      Self.ends.compactMap { unqualified.firstRange(of: $0)?.lowerBound }.min()
      ?? unqualified.endIndex
    return (String(unqualified[..<end]), unqualified[end...])
  }

  /// The table that a name stands for; nil where it stands for none.
  func table(_ name: String) -> String? {
    switch names.meaning(of: name) {
    case .table(let table): return derived.contains(CaseFolding.folded(name)) ? nil : table
    case .derived: return nil
    case nil: break
    }
    if derived.contains(CaseFolding.folded(name)) || Self.isConstant(name) { return nil }
    // `other.book`: a database that is attached.
    let own = name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) }
    if let own, case .table(let table) = names.meaning(of: own) { return table }
    return name
  }

  /// `CONSTANT ROW`, `2 CONSTANT ROWS`, `3-ROW VALUES CLAUSE`, `(subquery-1)`.
  private static func isConstant(_ name: String) -> Bool {
    name.hasSuffix("CONSTANT ROW") || name.hasSuffix("CONSTANT ROWS")
      || name.hasSuffix("-ROW VALUES CLAUSE") || name.hasPrefix("(")
  }
}
