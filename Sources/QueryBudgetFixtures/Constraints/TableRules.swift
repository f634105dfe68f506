import QueryBudget
import QueryBudgetSQLite

/// The rules of a table's rows, taken apart.
struct TableRules: Sendable {
  /// A condition that stands between ANDs, or is a whole CHECK.
  struct Part: Sendable {
    /// The CHECK that it belongs to; nil for the opposite of a partial index's condition.
    let constraint: CheckConstraint?

    /// As it is written, and with what generated columns are made of in their place.
    let written: Expression
    let expression: Expression
    let columns: [String]
    let alternatives: Alternatives

    init(_ written: Expression, of constraint: CheckConstraint?, expression: Expression) {
      self.constraint = constraint
      self.written = written
      self.expression = expression
      columns = expression.columns
      alternatives = Alternatives(Condition(expression))
    }

    /// Not true only where the row is refused: NULL passes.
    var question: String { "(\(written.sql)) IS NOT FALSE" }
  }

  /// A unique key.
  struct Key: Sendable {
    let key: UniqueKey

    /// The columns of each term; a generated column stands for those that it is made of.
    let terms: [[String]]

    /// Whether only SQLite can tell whether two rows have the same.
    let needsTrial: Bool
    let condition: Expression?

    /// What makes columns differ in an expression: texts as short as what is taken of them, dates
    /// where only the day counts.
    let hints: [String: ValueDomain]

    var columns: [String] {
      terms.reduce(into: []) { all, term in all += term.filter { !all.contains($0) } }
    }
  }

  let parts: [Part]
  let keys: [Key]

  /// The constant defaults that are not NULL.
  let defaults: [String: SQLiteValue]

  init(_ table: FixtureTable) {
    let reader = RuleReader(table)
    parts = table.checks.flatMap(reader.parts)
    keys = table.uniqueKeys.map(reader.key)
    let references = Set(table.references.flatMap(\.key.columns).map(CaseFolding.folded))
    defaults = table.columns.reduce(into: [:]) { defaults, column in
      guard !column.isGenerated, !references.contains(CaseFolding.folded(column.name)) else {
        return
      }
      defaults[column.name] = ConstantDefault.value(of: column)
    }
  }

  /// Whether values have to be tried.
  var needsLaboratory: Bool { !parts.isEmpty || keys.contains(where: \.needsTrial) }
}

/// Reads the expressions of a table's rules.
private struct RuleReader {
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
