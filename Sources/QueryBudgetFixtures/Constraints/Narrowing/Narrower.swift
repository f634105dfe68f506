import QueryBudgetSQLite

/// Works out what simple conditions leave of the values of each column.
///
/// It need not understand everything: what it makes of a condition is tried on SQLite afterwards.
struct Narrower {
  let table: FixtureTable

  /// Columns whose values are chosen; the others are given, linked or generated.
  let isFree: (_ column: String) -> Bool

  /// What SQLite makes of an expression without columns.
  let constant: (Expression) -> SQLiteValue?
  private(set) var facts = Facts()

  init(
    table: FixtureTable,
    isFree: @escaping (_ column: String) -> Bool,
    constant: @escaping (Expression) -> SQLiteValue?
  ) {
    self.table = table
    self.isFree = isFree
    self.constant = constant
  }

  /// What is known of a column before the conditions are read, such as the value that is given.
  mutating func assume(_ column: String, _ change: (inout ColumnFacts) -> Void) {
    change(&facts[column])
  }

  mutating func apply(_ conditions: [Condition]) {
    for condition in conditions {
      switch condition {
      case .holds(let expression): holds(expression)
      case .fails(let expression): fails(expression)
      case .all(let parts): apply(parts)
      case .any: break
      }
    }
  }

  /// All that is known, with orders between columns made to ranges and slices.
  func result() -> Facts {
    var facts = facts
    facts.propagate()
    for name in facts.columns.keys.sorted() {
      let isWhole = table.column(name)?.affinity == .integer
      facts[name].moveEnds(isWhole: isWhole)
    }
    facts.slice()
    return facts
  }

  private mutating func holds(_ expression: Expression) {
    switch expression {
    case .isNull(let one): isNull(one)
    case .binary(let sign, let one, let other): compare(sign, one, other)
    case .isIn(let one, let values): isIn(one, values)
    case .like(let sign, let one, let pattern, let escape): like(sign, one, pattern, escape)
    case .literal, .unary, .cast, .call, .collate, .column:
      expression.columns.isEmpty ? truth(expression, is: true) : isTrue(expression)
    default: break
    }
  }

  private mutating func fails(_ expression: Expression) {
    switch expression {
    case .isNull(let one): isFilled(one)
    case .binary("IS", let one, let other): compare("<>", one, other)
    case .isIn(let one, let values):
      guard let column = one.plainColumn else { return }
      facts[column].exclude(values.compactMap(constant))
    case .like(let sign, let one, let pattern, escape: nil):
      guard let column = one.carriedColumn, case .text(let text)? = constant(pattern),
        let alphabet = PatternShape.alphabet(without: text, sign)
      else { return }
      facts[column].restrict(to: alphabet)
    case .column(let name): facts[name].allow([.integer(0)])
    case .literal, .unary, .cast, .call:
      if expression.columns.isEmpty { truth(expression, is: false) }
    default: break
    }
  }

  // MARK: NULL

  private mutating func isNull(_ expression: Expression) {
    guard expression.columns.count == 1, let column = expression.columns.first else { return }
    facts[column].isNull = true
    if table.column(column)?.isNotNull == true { facts.fail() }
  }

  private mutating func isFilled(_ expression: Expression) {
    guard expression.columns.count == 1, let column = expression.columns.first else { return }
    facts[column].isFilled = true
    if case .call(let name, let arguments) = expression {
      facts[column].read(by: name, arguments, constant: constant)
    }
  }

  // MARK: Truths

  private mutating func truth(_ expression: Expression, is truth: Bool) {
    guard let value = constant(expression), value != .null else { return }
    if ((value.number ?? 0) != 0) != truth { facts.fail() }
  }

  /// `CHECK (active)`, `CHECK (json_valid(data))`, `CHECK (instr(mail, '@'))`.
  private mutating func isTrue(_ expression: Expression) {
    if let column = expression.plainColumn {
      facts[column].exclude([.integer(0)])
    } else if case .call(let name, let arguments) = expression {
      if name == "INSTR" {
        compare(">", expression, .literal(.integer(0)))
      } else if let column = arguments.first?.columns.first {
        facts[column].read(by: name, arguments, constant: constant)
      }
    }
  }

  // MARK: Lists

  private mutating func isIn(_ one: Expression, _ list: [Expression]) {
    guard list.allSatisfy(\.columns.isEmpty) else { return }
    let values = list.compactMap(constant)
    if list.isEmpty { return facts.fail() }
    if case .call(let name, let arguments) = one, let column = arguments.first?.plainColumn {
      facts[column].isIn(values, whatMakes: name, affinity: table.column(column)?.affinity)
    }
    if let column = one.carriedColumn { facts[column].allow(values) }
  }

  // MARK: Patterns

  private mutating func like(
    _ sign: String,
    _ one: Expression,
    _ pattern: Expression,
    _ escape: Expression?
  ) {
    guard let column = one.carriedColumn, case .text(let text)? = constant(pattern) else { return }
    var letter: Character?
    if let escape, case .text(let text)? = constant(escape) { letter = text.first }
    let shape: [ValueDomain.ShapePart]? =
      switch sign {
      case "LIKE": PatternShape.like(text, escape: letter)
      case "GLOB": PatternShape.glob(text)
      default: nil
      }
    if let shape { facts[column].look(like: shape) }
  }
}

extension Narrower {
  /// Passes on what `body` finds out.
  mutating func update(_ body: (inout Facts) -> Void) { body(&facts) }
}
