/// Which indexes would save a statement the work that its plan shows.
package enum IndexAdvice {
  /// A sentence for each index; none where it isn't clear which one.
  package static func lines(
    for accesses: [TableAccess],
    sql: String,
    schema: DatabaseSchema
  ) -> [String] {
    let lookups = LookupCondition.list(in: sql, schema: schema).map(\.column)
    let sorted = accesses.contains { access in
      if case .temporaryTree("ORDER BY", _) = access { true } else { false }
    }
    let order = sorted ? orderColumns(of: Fingerprint(of: sql).sql) : []
    var seen: Set<String> = []
    return accesses.compactMap { access -> String? in
      switch access {
      case .automaticIndex(let table, let columns): return index(table, columns)
      case .scan(let table), .indexScan(let table, _, _):
        let columns = lookups.filter { CaseFolding.areEqual($0.table, table) }
          .map { SQLText.name($0.column) }
        return index(table, columns + order)
      default: return nil
      }
    }.filter { seen.insert($0).inserted }
  }

  private static func index(_ table: String, _ columns: [String]) -> String? {
    columns.isEmpty
      ? nil : "Create an index on \(SQLText.table(table))(\(columns.joined(separator: ", ")))."
  }

  /// What a statement of one table sorts by, `publishedAt DESC`; nothing where that isn't plain.
  private static func orderColumns(of sql: String) -> [String] {
    let clauses = sql.split(separator: " ORDER BY ")
    guard clauses.count == 2, StatementShape(of: sql).tables.count == 1 else { return [] }
    let order = clauses[1].split(separator: " LIMIT ")[0]
    guard !order.contains("(") else { return [] }
    return order.split(separator: ",").map { term in
      let term = term.drop(while: { $0 == " " })
      return String(term.split(separator: ".").last ?? term)
    }
  }
}
