/// The way out in SQL.
extension WayOutFacts {
  var text: String {
    switch kind {
    case .belongsTo: belongsToText
    case .hasMany, .through: hasManyText
    case .lookup: "Load them at once with \(whereList)."
    case .insert, .update, .delete: "A write loop: " + writeText
    }
  }

  private var belongsToText: String {
    let join = foreignKeys.count == 1 ? "one join" : "one join each"
    return "\(references): load them with \(join), or all at once with \(whereList)."
  }

  /// `article.authorId and article.editorId reference person.id`.
  private var references: String {
    guard foreignKeys.count > 1, let first = foreignKeys.first else {
      return foreignKeys.first?.description ?? ""
    }
    let columns = foreignKeys.map { SQLText.columns($0.columns, of: $0.table) }
    return columns.joined(separator: " and ") + " reference "
      + SQLText.columns(first.parentColumns, of: first.parentTable)
  }

  private var hasManyText: String {
    let owner = foreignKeys.first?.parentTable ?? ""
    let all = "the \(SQLText.table(table)) rows of all \(SQLText.table(owner)) rows at once"
    if reading?.aggregate != nil {
      return "\(references): aggregate \(all) with \(whereList) GROUP BY \(columns)."
    }
    if reading?.isLimited == true {
      return "\(references): load \(all) with \(whereList), the first of each by "
        + "row_number() OVER (PARTITION BY \(columns) …)."
    }
    let join = kind == .hasMany && parent != nil ? ", or with one join" : ""
    return "\(references): load \(all) with \(whereList)\(join)."
  }

  /// `author.id`, or several columns with commas.
  private var columns: String {
    lookup.map { SQLText.columns([$0.column], of: $0.table) }.joined(separator: ", ")
  }

  /// `WHERE author.id IN (…)`, `WHERE (line.orderId, line.number) IN (VALUES (…), …)`.
  private var whereList: String {
    lookup.count == 1
      ? "WHERE \(columns) IN (…)" : "WHERE (\(columns)) IN (VALUES (…), (…), …)"
  }

  // MARK: Writes

  private var writeText: String {
    let name = SQLText.table(table)
    switch kind {
    case .update:
      let each =
        setsParameters ? ", or, for values of their own, with UPDATE … FROM (VALUES …)" : ""
      return "update them in one batch with UPDATE \(name) SET \(assignments) \(whereList)\(each)."
    case .delete: return "delete them in one batch with DELETE FROM \(name) \(whereList)."
    default:
      if reading != nil { return "insert them in one batch, selected with \(whereList)." }
      let columns = block.insertedColumns.map { "(\(Self.shortened($0.map(SQLText.name))))" } ?? ""
      return
        "insert them in one batch with \(block.insertion) INTO \(name)\(columns) VALUES (…), (…), …"
    }
  }

  /// `name = …, age = …`
  private var assignments: String {
    Self.shortened(
      block.assignments.compactMap { assignment in
        let names = assignment.prefix { !$0.isSymbol("=", "==") }
        if let group = names.first, group.kind == .group {
          return "(" + group.children.map(\.text).joined().replacing(",", with: ", ") + ") = …"
        }
        return names.last.map { "\(SQLText.name($0.text)) = …" }
      })
  }

  /// Whether the rows may get different values.
  private var setsParameters: Bool {
    func holdsParameter(_ nodes: [SQLNode]) -> Bool {
      nodes.contains { $0.isParameter || holdsParameter($0.children) }
    }
    return block.assignments.contains(where: holdsParameter)
  }

  private static func shortened(_ names: [String]) -> String {
    (names.count > 4 ? names.prefix(3) + ["…"] : names).joined(separator: ", ")
  }
}
