/// Reads the blocks of a statement.
///
/// It never fails: what is no SQL makes a block in which little is known.
struct QueryBlockReader {
  /// What WITH defines here, in upper case.
  private var commonNames: Set<String> = []

  /// The blocks of a statement: one, or the parts of a compound SELECT.
  static func blocks(of statement: String) -> [QueryBlock] {
    let first = SQLNode.nodes(of: statement).parts { $0.kind == .semicolon }.first ?? []
    return QueryBlockReader().blocks(in: first[...])
  }

  private func blocks(in nodes: ArraySlice<SQLNode>) -> [QueryBlock] {
    if nodes.count == 1, let only = nodes.first, only.isQuery {
      return blocks(in: only.children[...])
    }
    var reader = self
    var rest = nodes
    let defined = rest.first?.isWord("WITH") == true ? reader.commonExpressions(&rest) : []
    let parts = rest.parts { $0.isWord(among: ["UNION", "EXCEPT", "INTERSECT"]) }
    var blocks = parts.map { reader.block($0[...]) }
    for index in blocks.indices { blocks[index].isCompound = blocks.count > 1 }
    // Behind its own, since the query of an INSERT is told by its place.
    if !blocks.isEmpty { blocks[0].inner += defined }
    return blocks
  }

  /// `WITH RECURSIVE name(columns) AS NOT MATERIALIZED (query), …`
  private mutating func commonExpressions(_ nodes: inout ArraySlice<SQLNode>) -> [QueryBlock] {
    let verbs: Set<String> = ["SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"]
    var previous = nodes.first
    var queries: [SQLNode] = []
    var isHead = true
    while let node = nodes.first, !(previous?.kind == .group && node.isWord(among: verbs)) {
      if node.kind == .comma {
        isHead = true
      } else if node.isQuery {
        queries.append(node)
      } else if isHead, node.isName, !node.isWord(among: ["WITH", "RECURSIVE"]) {
        commonNames.insert(CaseFolding.folded(node.text))
        isHead = false
      }
      previous = node
      nodes.removeFirst()
    }
    return queries.flatMap { blocks(in: $0.children[...]) }
  }

  private func block(_ nodes: ArraySlice<SQLNode>) -> QueryBlock {
    var block = QueryBlock()
    for clause in ClauseReader.clauses(of: nodes) { read(clause, into: &block) }
    return block
  }

  private func read(_ clause: ClauseReader.Clause, into block: inout QueryBlock) {
    let nodes = clause.nodes
    switch clause.keyword {
    case .select where block.verb == .insert:
      let query = blocks(in: nodes)
      block.insertedQueryIndex = query.isEmpty ? nil : block.inner.count
      block.inner += query
      return
    case .select:
      let isFiltered = nodes.first?.isWord(among: ["DISTINCT", "ALL"]) == true
      block.results = (isFiltered ? nodes.dropFirst() : nodes).parts()
    case .values where block.verb == .select: block.verb = .values
    case .insert, .replace:
      block.verb = .insert
      let words = [clause.keyword == .insert ? "INSERT" : "REPLACE"] + nodes.map(\.text)
      block.insertion = words.joined(separator: " ").uppercased()
    case .update, .delete:
      block.verb = clause.keyword.verb
      if clause.keyword == .update { target(nodes, of: &block) }
    case .into: target(nodes, of: &block)
    case .from: from(nodes, of: &block)
    case .where: block.conditions.append(.init(nodes: Array(nodes), isOptional: false))
    case .set: block.assignments = nodes.parts()
    case .group: block.isGrouped = true
    case .limit: block.isLimited = true
    case .values, .other: break
    }
    if clause.keyword != .from { block.inner += subqueries(in: nodes) }
  }

  private func target(_ nodes: ArraySlice<SQLNode>, of block: inout QueryBlock) {
    var rest = nodes
    if rest.first?.isWord("OR") == true { rest = rest.dropFirst(2) }
    if let columns = rest.last, columns.kind == .group {
      block.insertedColumns = columns.children.filter(\.isName).map(\.text)
      rest.removeLast()
    }
    var source = SourceReader(rest, commonNames: [])
    source.read()
    block.tables = source.tables
  }

  private func from(_ nodes: ArraySlice<SQLNode>, of block: inout QueryBlock) {
    var source = SourceReader(nodes, commonNames: commonNames)
    source.read()
    block.tables += source.tables
    block.derivedNames += source.derivedNames
    block.conditions += source.conditions
    block.inner += source.queries.flatMap { blocks(in: $0.children[...]) }
    for expression in source.conditions.map(\.nodes) + source.arguments {
      block.inner += subqueries(in: expression[...])
    }
  }

  /// The queries in parentheses, however deep in an expression.
  private func subqueries(in nodes: ArraySlice<SQLNode>) -> [QueryBlock] {
    nodes.filter { $0.kind == .group }.flatMap { node in
      node.isQuery ? blocks(in: node.children[...]) : subqueries(in: node.children[...])
    }
  }
}
