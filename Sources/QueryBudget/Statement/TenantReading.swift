/// Reads which tables of a statement are not held to one tenant.
package struct TenantReading {
  /// The column that tells the tenant, by the table's name in the schema.
  private let columns: [String: String]

  /// The foreign keys of tables that have no such column and hang on others.
  private let links: [String: [ForeignKey]]
  private let schema: DatabaseSchema

  package init(
    columns: [String: String], links: [String: [ForeignKey]], schema: DatabaseSchema
  ) {
    self.columns = columns
    self.links = links
    self.schema = schema
  }

  /// The gaps of a statement, in the order of its tables.
  ///
  /// A table is held to the tenant where its column is compared with a value in every row that
  /// counts, or where a foreign key ties it to one that is.
  package func gaps(in sql: String) -> [TenantGap] {
    let nodes = SQLNode.nodes(of: sql)
    let blocks = QueryBlockReader.blocks(of: sql)
    var gaps = blocks.flatMap { self.gaps(of: $0, outer: []) }
    if let conflict = conflict(in: nodes, of: blocks.first) { gaps.append(conflict) }
    var seen: Set<TenantGap> = []
    return gaps.filter { seen.insert($0).inserted }
  }

  // MARK: One block

  /// A table of a block, and whether it is held to the tenant.
  private struct Source {
    let name: String
    let table: String
    let isFirst: Bool
    var isScoped = false
  }

  private func gaps(of block: QueryBlock, outer: [Source]) -> [TenantGap] {
    var sources = scoped(sources(of: block), by: block.conditions, outer: outer)
    let held = sources.filter(\.isScoped).map(\.table)
    var gaps: [TenantGap] = []
    if !tiesByQuery(block, outer: outer + sources) {
      while let place = sources.firstIndex(where: { !$0.isScoped }) {
        if let gap = gap(of: sources[place], in: block, scoped: held) { gaps.append(gap) }
        // What hangs on this one is mended with it.
        sources[place].isScoped = true
        sources = scoped(sources, by: block.conditions, outer: outer)
      }
    }
    return gaps + block.inner.flatMap { self.gaps(of: $0, outer: outer + sources) }
  }

  private func sources(of block: QueryBlock) -> [Source] {
    // What an INSERT writes into is not read.
    let tables = block.verb == .insert ? block.tables.dropFirst() : block.tables[...]
    return tables.enumerated().compactMap { place, reference in
      guard !reference.isCommonExpression, let table = schema.table(reference.table),
        owns(table.name)
      else { return nil }
      return Source(
        name: reference.alias ?? reference.table, table: table.name, isFirst: place == 0)
    }
  }

  private func owns(_ table: String) -> Bool { columns[table] != nil || links[table] != nil }

  private func gap(
    of source: Source, in block: QueryBlock, scoped: [String]
  ) -> TenantGap? {
    let hasWhere = block.conditions.contains { !$0.isOptional }
    func gap(_ kind: TenantGap.Kind, _ column: String) -> TenantGap {
      TenantGap(
        kind: kind, table: source.table, column: column, name: source.name, hasWhere: hasWhere,
        scoped: scoped)
    }
    guard let column = columns[source.table] else {
      guard let parents = parents(of: source.table),
        let column = parents.last.flatMap({ columns[$0] })
      else { return nil }
      return gap(.hangsOn(parents: parents, column: column), "")
    }
    let mentioning = block.conditions.filter { mentions(column, of: source, in: $0.nodes) }
    if mentioning.contains(where: { $0.isOptional && source.isFirst }) {
      return gap(.inOuterJoin, column)
    }
    let isBesideOr = mentioning.contains { $0.nodes.contains { $0.isWord("OR") } }
    return gap(isBesideOr ? .besideOr : .noCondition, column)
  }

  /// The tables to join on the way to one that has the column.
  private func parents(of table: String, seen: Set<String> = []) -> [String]? {
    let next = (links[table] ?? []).map(\.parentTable).filter { !seen.contains($0) && $0 != table }
    if let parent = next.first(where: { columns[$0] != nil }) { return [parent] }
    return next.lazy.compactMap { parent in
      parents(of: parent, seen: seen.union([table])).map { [parent] + $0 }
    }.first
  }

  private func mentions(_ column: String, of source: Source, in nodes: [SQLNode]) -> Bool {
    nodes.indices.contains { index in
      guard nodes[index].isName, CaseFolding.areEqual(nodes[index].text, column) else {
        return nodes[index].kind == .group && !nodes[index].isQuery
          && mentions(column, of: source, in: nodes[index].children)
      }
      guard index >= 2, nodes[index - 1].kind == .dot else { return true }
      return CaseFolding.areEqual(nodes[index - 2].text, source.name)
    }
  }

  // MARK: What holds a table to the tenant

  private func scoped(
    _ sources: [Source], by conditions: [QueryBlock.Condition], outer: [Source]
  ) -> [Source] {
    var known = sources
    let equalities = conditions.flatMap { condition in
      Equality.list(in: condition.nodes).map { (equality: $0, isOptional: condition.isOptional) }
    }
    var count = -1
    while count < known.count(where: \.isScoped) {
      count = known.count(where: \.isScoped)
      for (equality, isOptional) in equalities {
        for place in known.indices where !known[place].isScoped {
          // ON of an outer join leaves nothing out of the table before it.
          if isOptional, known[place].isFirst { continue }
          let others = known.indices.filter { $0 != place }.map { known[$0] } + outer
          known[place].isScoped = holds(equality, known[place], sources, others)
        }
      }
    }
    return known
  }

  private func holds(
    _ equality: Equality, _ source: Source, _ sources: [Source], _ others: [Source]
  ) -> Bool {
    switch (equality.left, equality.right) {
    case (.column(let name), .value), (.value, .column(let name)):
      return column(name, of: source, among: sources).map { $0 == columns[source.table] } ?? false
    case (.column(let left), .column(let right)):
      return others.filter(\.isScoped).contains { other in
        ties(left, right, source, other, sources) || ties(right, left, source, other, sources)
      }
    case (.value, .value): return false
    }
  }

  /// Whether two columns are the tenant's in both tables, or a foreign key between them.
  private func ties(
    _ mine: ColumnName, _ theirs: ColumnName, _ source: Source, _ other: Source,
    _ sources: [Source]
  ) -> Bool {
    guard let mine = column(mine, of: source, among: sources),
      let theirs = column(theirs, of: other, among: sources)
    else { return false }
    if mine == columns[source.table], theirs == columns[other.table] { return true }
    return refers(source.table, mine, other.table, theirs)
      || refers(other.table, theirs, source.table, mine)
  }

  private func refers(
    _ table: String, _ column: String, _ parent: String, _ parentColumn: String
  ) -> Bool {
    schema.foreignKeys(of: table).contains { key in
      key.parentTable == parent
        && zip(key.columns, key.parentColumns).contains {
          CaseFolding.areEqual($0, column) && CaseFolding.areEqual($1, parentColumn)
        }
    }
  }

  /// The column of a table that a name stands for, by its name in the schema.
  private func column(_ name: ColumnName, of source: Source, among sources: [Source]) -> String? {
    if let qualifier = name.qualifier {
      guard
        CaseFolding.areEqual(qualifier, source.name)
          || (CaseFolding.areEqual(qualifier, source.table) && source.name == source.table)
      else { return nil }
    }
    return schema.table(source.table)?.column(name.name)?.name
  }

  /// `articleId IN (SELECT id FROM article WHERE tenantId = ?)`: what is within decides.
  private func tiesByQuery(_ block: QueryBlock, outer: [Source]) -> Bool {
    block.conditions.contains { condition in
      condition.nodes.indices.dropLast().contains { place in
        condition.nodes[place].isWord("IN") && condition.nodes[place + 1].isQuery
      }
    } && block.inner.contains { !sources(of: $0).isEmpty && gaps(of: $0, outer: outer).isEmpty }
  }

  // MARK: ON CONFLICT

  private func conflict(in nodes: [SQLNode], of block: QueryBlock?) -> TenantGap? {
    guard let block, block.verb == .insert, let target = block.target,
      let table = schema.table(target.table)?.name, let column = columns[table],
      let place = nodes.firstIndex(where: { $0.isWord("CONFLICT") }), place + 1 < nodes.count,
      nodes[place + 1].kind == .group
    else { return nil }
    let names = nodes[place + 1].children.filter(\.isName).map(\.text)
    guard !names.contains(where: { CaseFolding.areEqual($0, column) }) else { return nil }
    return TenantGap(
      kind: .conflict(names), table: table, column: column, name: table, hasWhere: false,
      scoped: [])
  }
}
