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

    /// The whole numbers that are written in it.
    let literals: [Int64]

    init(_ written: Expression, of constraint: CheckConstraint?, expression: Expression) {
      self.constraint = constraint
      self.written = written
      self.expression = expression
      columns = expression.columns
      alternatives = Alternatives(Condition(expression))
      literals = expression.literals.compactMap { Int64($0) }
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

  /// The columns that stay NULL where no rule wants them otherwise, since they say that a row is gone.
  let gone: Set<String>

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
    gone = Set(
      table.columns.filter { column in
        !column.isGenerated && table.mayBeNull(column.name)
          && (column.defaultSQL.map { CaseFolding.areEqual($0, "NULL") } ?? true)
          && !references.contains(CaseFolding.folded(column.name))
          && GoneNames.contain(column, in: table)
      }.map(\.name))
  }

  /// Whether values have to be tried.
  var needsLaboratory: Bool { !parts.isEmpty || keys.contains(where: \.needsTrial) }
}
