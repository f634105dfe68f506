import QueryBudget
import QueryBudgetSQLite

/// What a CREATE VIRTUAL TABLE says of the rows that its module takes.
///
/// <https://www.sqlite.org/lang_createvtab.html>
struct VirtualTable {
  /// In lower case; empty for a statement of another kind.
  let module: String
  private let arguments: [[SQLNode]]

  init(_ sql: String) {
    let nodes = SQLNode.nodes(of: sql)
    guard nodes.prefix(3).contains(where: { $0.isWord("VIRTUAL") }),
      let using = nodes.firstIndex(where: { $0.isWord("USING") }), using + 1 < nodes.count
    else {
      (module, arguments) = ("", [])
      return
    }
    module = nodes[using + 1].text.lowercased()
    arguments = using + 2 < nodes.count ? nodes[using + 2].children.parts() : []
  }

  /// The table whose texts are searched, where that is another one.
  ///
  /// <https://www.sqlite.org/fts5.html#external_content_tables>
  var content: String? {
    guard module.hasPrefix("fts") else { return nil }
    let option = arguments.first { part in
      part.count == 3 && part[0].isWord("CONTENT") && part[1].isSymbol("=")
    }
    return option.flatMap { $0[2].text.isEmpty ? nil : $0[2].text }
  }

  /// That a box ends behind where it begins.
  ///
  /// <https://www.sqlite.org/rtree.html>
  var checks: [CheckConstraint] {
    guard module.hasPrefix("rtree") else { return [] }
    let sides = arguments.dropFirst().filter { $0.first?.isSymbol("+") == false }
      .compactMap { $0.first?.text }
    return stride(from: 0, to: sides.count - 1, by: 2).map { first in
      let sql = "\(SQLName.quoted(sides[first])) <= \(SQLName.quoted(sides[first + 1]))"
      return CheckConstraint(name: nil, expression: SQLNode.nodes(of: sql), sql: sql)
    }
  }
}
