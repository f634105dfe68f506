/// What a statement looks up, joins and returns.
struct StatementReading {
  /// The block that names the tables.
  let block: QueryBlock
  let columns: ColumnResolver
  /// The blocks around it, which name none.
  private let outer: [QueryBlock]

  let lookups: [LookupCondition]
  /// Columns that have equal values in every row that is found.
  let joins: [(TableColumn, TableColumn)]

  /// Nil where the statement is several in one, by UNION and the like.
  init?(_ sql: String, schema: DatabaseSchema) {
    var blocks = QueryBlockReader.blocks(of: sql)
    var outer: [QueryBlock] = []
    while blocks.count == 1, blocks[0].tables.isEmpty, blocks[0].inner.count == 1 {
      outer.append(blocks[0])
      blocks = blocks[0].inner
    }
    guard blocks.count == 1, !blocks[0].isCompound else { return nil }
    self.init(blocks[0], outer, schema)
  }

  private init(_ block: QueryBlock, _ outer: [QueryBlock], _ schema: DatabaseSchema) {
    self.block = block
    self.outer = outer
    let columns = ColumnResolver(block: block, schema: schema)
    self.columns = columns
    var lookups: [LookupCondition] = []
    var joins: [(TableColumn, TableColumn)] = []
    for condition in block.conditions {
      for equality in Equality.list(in: condition.nodes) {
        switch (equality.left, equality.right) {
        case (.column(let name), .value(let isParameter)),
          (.value(let isParameter), .column(let name)):
          guard !condition.isOptional, let column = columns.column(name) else { continue }
          let lookup = LookupCondition(column, isParameter: isParameter)
          if !lookups.contains(lookup) { lookups.append(lookup) }
        case (.column(let left), .column(let right)):
          if let left = columns.column(left), let right = columns.column(right) {
            joins.append((left, right))
          }
        case (.value, .value): break
        }
      }
    }
    self.lookups = lookups
    self.joins = joins
  }

  /// The query of an `INSERT … SELECT`, if it is one.
  static func inserted(_ sql: String, schema: DatabaseSchema) -> StatementReading? {
    let blocks = QueryBlockReader.blocks(of: sql)
    guard let query = blocks.first?.insertedQuery, !query.isCompound else { return nil }
    return StatementReading(query, [], schema)
  }

  /// The columns of a table that are looked up.
  func lookedUp(in table: String) -> [String] {
    lookups.map(\.column).filter { CaseFolding.areEqual($0.table, table) }.map(\.column)
  }

  /// What is looked up, and what joins make equal to it.
  var implied: Set<TableColumn> {
    var known = Set(lookups.map(\.column))
    var count = -1
    while count < known.count {
      count = known.count
      for (left, right) in joins where known.contains(left) || known.contains(right) {
        known.formUnion([left, right])
      }
    }
    return known
  }
}

/// What a statement returns.
extension StatementReading {
  private static let aggregates: Set<String> = [
    "COUNT", "SUM", "TOTAL", "AVG", "MIN", "MAX", "GROUP_CONCAT", "STRING_AGG",
  ]

  /// The aggregate function that is all that the statement returns, in lower case.
  var aggregate: String? {
    let functions = (outer + [block]).lazy.map { block in
      block.results.map { result -> String? in
        let isCall =
          result.count > 1 && result[1].kind == .group
          && result[0].isWord(among: Self.aggregates)
        return isCall ? result[0].text.lowercased() : nil
      }
    }
    return functions.first { !$0.isEmpty && $0.allSatisfy { $0 != nil } }?.first ?? nil
  }

  /// Whether it returns but the first of the rows.
  var isLimited: Bool { block.isLimited }

  /// The tables whose columns it returns; all where that isn't clear.
  var resultTables: [String] {
    var tables: [String] = []
    for result in block.results {
      for table in self.tables(in: result) where !tables.contains(table) { tables.append(table) }
    }
    return tables
  }

  private func tables(in result: [SQLNode]) -> [String] {
    if result.count == 1, result[0].isSymbol("*") { return columns.tables }
    if result.count >= 3, result[result.count - 1].isSymbol("*") {
      return columns.table(result[result.count - 3].text).map { [$0] } ?? []
    }
    return names(in: result).compactMap { columns.column($0)?.table }
  }

  /// Whether it returns all of these columns of a table, as far as can be told.
  func returns(_ wanted: [String], of table: String) -> Bool {
    guard outer.isEmpty else { return false }
    if !columns.tables.contains(where: { CaseFolding.areEqual($0, table) }) { return true }
    let returned = block.results.flatMap { result in
      if result.last?.isSymbol("*") == true {
        return tables(in: result).contains { CaseFolding.areEqual($0, table) } ? wanted : []
      }
      return names(in: result).compactMap { columns.column($0) }
        .filter { CaseFolding.areEqual($0.table, table) }.map(\.column)
    }
    let known = Set(returned.map(CaseFolding.folded))
    return wanted.allSatisfy { known.contains(CaseFolding.folded($0)) }
  }

  /// The columns that an expression names, without those of subqueries.
  private func names(in nodes: [SQLNode]) -> [ColumnName] {
    let behindAs = nodes.firstIndex { $0.isWord("AS") } ?? nodes.count
    let nodes = Array(nodes[..<behindAs])
    var names: [ColumnName] = []
    for (index, node) in nodes.enumerated() {
      if node.kind == .group, !node.isQuery { names += self.names(in: node.children) }
      let isLast = index + 1 == nodes.count || ![.dot, .group].contains(nodes[index + 1].kind)
      guard node.isName || (index > 0 && nodes[index - 1].kind == .dot), isLast else { continue }
      let isQualified = index > 1 && nodes[index - 1].kind == .dot
      if let name = ColumnName(Array(nodes[(isQualified ? index - 2 : index)...index])) {
        names.append(name)
      }
    }
    return names
  }
}
