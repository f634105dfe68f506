import QueryBudget
import QueryBudgetSQLite

/// Reads the expressions of a table's rules.
struct RuleReader {
  private let parser: ExpressionParser
  private let generated: [String: Expression]

  init(_ table: FixtureTable) {
    let parser = ExpressionParser(columns: table.columns.map(\.name))
    var generated: [String: Expression] = [:]
    if table.columns.contains(where: \.isGenerated) {
      for (column, nodes) in TableDefinition(table.sql).generated {
        guard let name = table.column(column)?.name else { continue }
        generated[name] = parser.expression(nodes)
      }
      // One may be made of others.
      for _ in generated {
        generated = generated.mapValues { [generated] one in one.replacing { generated[$0] } }
      }
    }
    self.parser = parser
    self.generated = generated
  }

  private func hints(of key: UniqueKey) -> [String: ValueDomain] {
    key.terms.reduce(into: [:]) { hints, term in
      guard case .expression(let nodes) = term,
        case .call(let name, let arguments) = inlined(parser.expression(nodes)),
        let column = arguments.first?.carriedColumn
      else { return }
      var domain = ValueDomain()
      if name == "DATE" { domain.format = .date }
      if name.hasPrefix("SUBSTR"), arguments.count == 3, arguments[1] == .literal(.integer(1)),
        case .literal(.integer(let length)) = arguments[2], (1...1000).contains(length)
      {
        domain.lengths = Int(length)...Int(length)
      }
      if domain != ValueDomain() { hints[column] = domain }
    }
  }

  func parts(of constraint: CheckConstraint) -> [TableRules.Part] {
    split(parser.expression(constraint.expression)).map { written in
      TableRules.Part(written, of: constraint, expression: inlined(written))
    }
  }

  private func split(_ expression: Expression) -> [Expression] {
    if case .binary("AND", let one, let other) = expression { return split(one) + split(other) }
    return [expression]
  }

  private func inlined(_ expression: Expression) -> Expression {
    generated.isEmpty ? expression : expression.replacing { generated[$0] }
  }

  func key(_ key: UniqueKey) -> TableRules.Key {
    let terms = key.terms.map { term in
      switch term {
      case .column(let name): (generated[name] ?? .column(name)).columns
      case .expression(let nodes): inlined(parser.expression(nodes)).columns
      }
    }
    let isPlain = key.terms.allSatisfy { term in
      if case .column(let name) = term { generated[name] == nil } else { false }
    }
    return TableRules.Key(
      key: key, terms: terms, needsTrial: !isPlain || key.condition != nil,
      condition: key.condition.map(parser.expression),
      hints: hints(of: key))
  }
}
