extension TableAccess {
  /// The steps of a plan that reach a table or make a temporary tree, in order; aliases become the
  /// names of the tables that the statement means by them.
  ///
  /// Steps on a subquery, a common table expression or constants are left out, and so is what only
  /// says how steps belong together.
  public static func list(plan: [String], sql: String) -> [TableAccess] {
    let names = PlanNames(plan: plan, sql: sql)
    return plan.compactMap { TableAccess(line: $0, names) }
  }

  private init?(line: String, _ names: PlanNames) {
    let line = PlanText.withoutSuffixes(line[...])
    if let tree = Self.temporaryTree(line) {
      self = tree
      return
    }
    guard let (verb, step) = PlanText.parted(line, at: " "), ["SCAN", "SEARCH"].contains(verb)
    else { return nil }
    // Before 3.36 the plan said what sort of source it is.
    guard !step.hasPrefix("SUBQUERY ") else { return nil }
    let source = step.hasPrefix("TABLE ") ? step.dropFirst("TABLE ".count) : step
    let (name, way) = names.split(source)
    guard let table = names.table(name) else { return nil }
    self.init(table, way, isSearch: verb == "SEARCH")
  }

  /// `way` is what stands behind the table's name.
  private init(_ table: String, _ way: Substring, isSearch: Bool) {
    if way.hasPrefix(" VIRTUAL TABLE") {
      self = .virtualTable(table: table)
      return
    }
    let using = way.firstRange(of: " USING ").map { way[$0.upperBound...] } ?? ""
    // A scan names no columns; the index's own name may end with a parenthesis.
    let (what, terms) = isSearch ? PlanText.terms(using) : (using, [])
    if what.hasPrefix("AUTOMATIC ") {
      self = .automaticIndex(table: table, columns: terms)
    } else if what == "INTEGER PRIMARY KEY" || what == "PRIMARY KEY", !terms.isEmpty {
      self = .primaryKey(table: table, columns: terms)
    } else if let (index, isCovering) = Self.index(what) {
      self =
        isSearch
        ? .index(table: table, index: index, columns: terms, isCovering: isCovering)
        : .indexScan(table: table, index: index, isCovering: isCovering)
    } else {
      self = isSearch ? .extreme(table: table) : .scan(table: table)
    }
  }

  private static func index(_ text: Substring) -> (name: String, isCovering: Bool)? {
    for (prefix, isCovering) in [("COVERING INDEX ", true), ("INDEX ", false)]
    where text.hasPrefix(prefix) {
      return (String(text.dropFirst(prefix.count)), isCovering)
    }
    return nil
  }

  /// `USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY`, `UNION USING TEMP B-TREE`.
  private static func temporaryTree(_ line: Substring) -> TableAccess? {
    let (use, using) = ("USE TEMP B-TREE FOR ", " USING TEMP B-TREE")
    if ["UNION", "EXCEPT", "INTERSECT"].contains(where: { line == $0 + using }) {
      return .temporaryTree(purpose: String(line.dropLast(using.count)), isPartial: false)
    }
    guard line.hasPrefix(use) else { return nil }
    let purpose = line.dropFirst(use.count)
    let isPartial = purpose.hasPrefix("RIGHT PART OF ") || purpose.hasPrefix("LAST ")
    let whole = isPartial ? purpose.firstRange(of: " OF ").map { purpose[$0.upperBound...] } : nil
    return .temporaryTree(purpose: String(whole ?? purpose), isPartial: isPartial)
  }
}
