/// Reads what stands behind FROM: tables, subqueries and functions, their aliases and joins.
struct SourceReader {
  private(set) var tables: [QueryBlock.TableReference] = []
  private(set) var derivedNames: [String] = []
  /// Subqueries, in their parentheses.
  private(set) var queries: [SQLNode] = []
  private(set) var conditions: [QueryBlock.Condition] = []
  /// What table-valued functions are called with.
  private(set) var arguments: [[SQLNode]] = []

  private var rest: ArraySlice<SQLNode>
  private let commonNames: Set<String>
  /// Whether the source that was read last is behind an outer join, and whether the next one is.
  private var isOfOuterJoin = false
  private var isOuterJoin = false

  private static let joinWords: Set<String> = [
    "JOIN", "NATURAL", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "OUTER",
  ]
  private static let noAliases = joinWords.union(["INDEXED"])

  init(_ nodes: ArraySlice<SQLNode>, commonNames: Set<String>) {
    rest = nodes
    self.commonNames = commonNames
  }

  mutating func read() {
    while !rest.isEmpty {
      isOfOuterJoin = isOuterJoin
      source()
      suffix()
    }
  }

  /// One table, subquery, function, or joins in parentheses.
  private mutating func source() {
    guard let node = rest.popFirst() else { return }
    if node.kind == .group {
      if node.isQuery {
        queries.append(node)
        if let alias = alias() { derivedNames.append(alias) }
      } else {
        joins(node)
        _ = alias()
      }
    } else if node.isName {
      table(node)
    }
  }

  private mutating func joins(_ group: SQLNode) {
    var inner = SourceReader(group.children[...], commonNames: commonNames)
    inner.read()
    tables += inner.tables
    derivedNames += inner.derivedNames
    queries += inner.queries
    conditions += inner.conditions.map {
      QueryBlock.Condition(nodes: $0.nodes, isOptional: $0.isOptional || isOfOuterJoin)
    }
    arguments += inner.arguments
  }

  private mutating func table(_ first: SQLNode) {
    var names = [first.text]
    while rest.first?.kind == .dot, let next = rest.dropFirst().first {
      names.append(next.text)
      rest = rest.dropFirst(2)
    }
    if let group = rest.first, group.kind == .group {
      // A function goes by its own name too.
      arguments.append(group.children)
      rest.removeFirst()
      derivedNames.append(alias() ?? names[names.count - 1])
      return
    }
    let own = names.removeLast()
    let isMain = names.last.map { ["MAIN", "TEMP"].contains(CaseFolding.folded($0)) } ?? true
    tables.append(
      QueryBlock.TableReference(
        table: isMain ? own : "\(names[0]).\(own)",
        alias: alias(),
        isCommonExpression: names.isEmpty && commonNames.contains(CaseFolding.folded(own))))
  }

  /// The name behind AS, or without it.
  private mutating func alias() -> String? {
    if rest.first?.isWord("AS") == true {
      rest.removeFirst()
      return rest.popFirst()?.text
    }
    guard let node = rest.first, node.isName, !node.isWord(among: Self.noAliases) else {
      return nil
    }
    rest.removeFirst()
    return node.text
  }

  /// Everything up to the next source.
  private mutating func suffix() {
    isOuterJoin = false
    while let node = rest.popFirst() {
      if node.kind == .comma || node.isWord("JOIN") { return }
      if node.isWord(among: ["LEFT", "RIGHT", "FULL"]) { isOuterJoin = true }
      if node.isWord("ON") { condition() }
    }
  }

  private mutating func condition() {
    var previous: SQLNode?
    let end = rest.firstIndex { node in
      defer { previous = node }
      let isBoundary = node.kind == .comma || node.isWord(among: Self.joinWords)
      return isBoundary && previous?.kind != .dot
    }
    let nodes = rest[..<(end ?? rest.endIndex)]
    conditions.append(.init(nodes: Array(nodes), isOptional: isOfOuterJoin))
    rest = rest[nodes.endIndex...]
  }
}
