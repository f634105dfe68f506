/// Cuts one block of a statement into its clauses.
enum ClauseReader {
  enum Keyword {
    case select, values, insert, replace, into, update, delete, set
    case from, `where`, group, limit
    case other

    var verb: QueryBlock.Verb {
      switch self {
      case .insert, .replace: .insert
      case .update: .update
      case .delete: .delete
      default: .select
      }
    }
  }

  struct Clause {
    let keyword: Keyword
    /// What stands behind the keyword.
    var nodes: ArraySlice<SQLNode>
  }

  static func clauses(of nodes: ArraySlice<SQLNode>) -> [Clause] {
    var clauses: [Clause] = []
    var index = nodes.startIndex
    while index < nodes.endIndex {
      let keyword = keyword(at: index, of: nodes)
      // The query of an INSERT has clauses of its own.
      let isQuery = keyword == .select || nodes[index].isWord("WITH")
      if isQuery, clauses.first?.keyword.verb == .insert {
        let end = conflictIndex(in: nodes[index...]) ?? nodes.endIndex
        return clauses + [Clause(keyword: .select, nodes: nodes[index..<end])]
      }
      if isConflict(at: index, of: nodes) { return clauses }
      if let keyword {
        clauses.append(Clause(keyword: keyword, nodes: nodes[(index + 1)..<(index + 1)]))
      } else if let last = clauses.indices.last {
        clauses[last].nodes = nodes[clauses[last].nodes.startIndex...index]
      }
      index += 1
    }
    return clauses
  }

  private static func keyword(at index: Int, of nodes: ArraySlice<SQLNode>) -> Keyword? {
    let node = nodes[index]
    guard node.kind == .word else { return nil }
    let isFirst = index == nodes.startIndex
    let previous = isFirst ? nil : nodes[index - 1]
    if previous?.kind == .dot { return nil }
    switch CaseFolding.folded(node.text) {
    case "SELECT": return .select
    case "VALUES": return .values
    case "INSERT" where isFirst: return .insert
    case "REPLACE" where isFirst: return .replace
    case "UPDATE" where isFirst: return .update
    case "DELETE" where isFirst: return .delete
    case "INTO": return .into
    case "SET": return .set
    // `a IS DISTINCT FROM b`
    case "FROM": return previous?.isWord("DISTINCT") == true ? nil : .from
    case "WHERE": return .where
    case "GROUP": return .group
    case "LIMIT": return .limit
    case "HAVING", "ORDER", "RETURNING": return .other
    case "WINDOW": return isWindow(at: index, of: nodes) ? .other : nil
    default: return nil
    }
  }

  /// `WINDOW name AS (…)`, where WINDOW could be a name as well.
  private static func isWindow(at index: Int, of nodes: ArraySlice<SQLNode>) -> Bool {
    index + 2 < nodes.endIndex && nodes[index + 1].isName && nodes[index + 2].isWord("AS")
  }

  /// `ON CONFLICT`, behind which UPDATE, SET and WHERE are not those of the statement.
  private static func isConflict(at index: Int, of nodes: ArraySlice<SQLNode>) -> Bool {
    let next = nodes[index...].dropFirst().prefix(2)
    guard nodes[index].isWord("ON"), next.first?.isWord("CONFLICT") == true else { return false }
    // `ON conflict.id = …`
    return next.count == 1 || next.last?.kind != .dot
  }

  private static func conflictIndex(in nodes: ArraySlice<SQLNode>) -> Int? {
    nodes.indices.first { isConflict(at: $0, of: nodes) }
  }
}
